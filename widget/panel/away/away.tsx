// Nobody is there: says so, when someone is, and what else one can do. No box for a message that nobody would read.
import type { SiteInfo } from '#protocol';
import { CallLink, OutsideLink } from '../foot/contact-links.tsx';
import type { Texts } from '../i18n/nl.ts';

interface AwayProps {
  texts: Texts;
  opening: string | null;
  contact: SiteInfo['contact'];
  /** What came of looking again. */
  answer: string;
  lookAgain(): void;
}

export function Away({ texts, opening, contact, answer, lookAgain }: AwayProps) {
  const { phone, hours, url } = contact;
  return (
    <div class="vp-away vp-stack">
      <h3 data-vp-first tabIndex={-1}>
        {texts.away}
      </h3>
      {opening !== null && <p>{opening}</p>}
      <button type="button" class="vp-button" onClick={lookAgain}>
        {texts.lookAgain}
      </button>
      <p role="status">{answer}</p>
      {(phone ?? url) !== null && <p>{texts.awayElse}</p>}
      {phone !== null && <CallLink phone={phone} texts={texts} />}
      {hours !== null && <p class="vp-hours">{hours}</p>}
      {url !== null && <OutsideLink href={url} text={texts.moreContact} texts={texts} />}
    </div>
  );
}
