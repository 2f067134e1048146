// Nobody is there: says so, when someone is, and what else one can do. No box for a message that nobody would read.

import { useState } from 'preact/hooks';
import type { SiteInfo } from '#protocol';
import { CallLink, OtherContactLink } from '../foot/contact-links.tsx';
import type { Texts } from '../i18n/nl.ts';

interface AwayProps {
  texts: Texts;
  opening: string | null;
  contact: SiteInfo['contact'];
  lookAgain(): Promise<void>;
}

export function Away({ texts, opening, contact, lookAgain }: AwayProps) {
  const [answer, setAnswer] = useState('');
  async function look(): Promise<void> {
    setAnswer(texts.looking);
    await lookAgain();
    setAnswer(texts.stillAway);
  }
  return (
    <div class="vp-away">
      <h3 class="vp-subtitle" data-vp-first tabIndex={-1}>
        {texts.away}
      </h3>
      {opening !== null && <p>{opening}</p>}
      {(contact.phone ?? contact.url) !== null && <p>{texts.awayElse}</p>}
      <CallLink contact={contact} texts={texts} />
      {contact.hours !== null && <p>{contact.hours}</p>}
      <OtherContactLink contact={contact} texts={texts} />
      <button type="button" class="vp-button" onClick={() => void look()}>
        {texts.lookAgain}
      </button>
      <p role="status">{answer}</p>
    </div>
  );
}
