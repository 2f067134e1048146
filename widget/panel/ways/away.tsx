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

export function Away({ texts, writer, now, site, language }: AwayProps) {
  const opening = describeOpening(site.reach, texts, writer, now);
  const { phone, hours } = site.contact;
  const reason = site.closedBecauseIn?.[language];
  return (
    <>
      <h3 data-vp-first tabIndex={-1}>
        {texts.away}
      </h3>
      {reason ? (
        <p dir="auto">{reason}</p>
      ) : (
        site.closedBecause && (
          <p dir="auto" lang="nl">
            {site.closedBecause}
          </p>
        )
      )}
      {opening !== null && <p>{opening}</p>}
      {phone === null && hours !== null && (
        <p class="vp-hours" dir="auto" lang="nl">
          {hours}
        </p>
      )}
    </>
  );
}
