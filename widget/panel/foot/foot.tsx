// What is always true and always one tap away: not an official channel, privacy, the phone, and the end.
import type { SiteInfo } from '#protocol';
import type { Texts } from '../i18n/nl.ts';
import { Leave } from '../leave/leave.tsx';
import { CallLink, OutsideLink } from './contact-links.tsx';

interface FootProps {
  texts: Texts;
  site: SiteInfo;
  /** Null when there is nothing to end. */
  end: (() => void) | null;
}

export function Foot({ texts, site, end }: FootProps) {
  return (
    <div class="vp-foot">
      <p class="vp-small">{texts.notOfficial}</p>
      <div class="vp-links">
        <CallLink contact={site.contact} texts={texts} />
        {site.privacyUrl !== null && (
          <OutsideLink href={site.privacyUrl} text={texts.privacy} texts={texts} />
        )}
        {end !== null && <Leave texts={texts} end={end} />}
      </div>
    </div>
  );
}
