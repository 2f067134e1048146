// Nobody is there: says so, why, and when someone is. What else one can do comes behind it.
import type { Language, SiteInfo } from '#protocol';
import type { Texts } from '../i18n/nl.ts';
import type { TimeWriter } from '../write-time.ts';
import { describeOpening } from './describe-opening.ts';

interface AwayProps {
  texts: Texts;
  language: Language;
  writer: TimeWriter;
  now: number;
  site: SiteInfo;
}

export function Away({ texts, language, writer, now, site }: AwayProps) {
  const opening = describeOpening(site.reach, texts, writer, now);
  const { hours } = site.contact;
  const closedBecause = site.closedBecauseIn?.[language] ?? site.closedBecause;
  return (
    <>
      <h3 data-vp-first tabIndex={-1}>
        {texts.away}
      </h3>
      {closedBecause && <p dir="auto">{closedBecause}</p>}
      {opening !== null && <p>{opening}</p>}
      {hours !== null && (
        <p class="vp-hours" dir="auto" lang="nl">
          {hours}
        </p>
      )}
    </>
  );
}
