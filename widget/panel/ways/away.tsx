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
  const reason = site.closedBecauseIn?.[language];
  const sentence = reason ?? site.closedBecause;
  return (
    <>
      <h3 data-vp-first tabIndex={-1}>
        {texts.away}
      </h3>
      {sentence && (
        <p dir="auto" lang={reason ? undefined : 'nl'}>
          {sentence}
        </p>
      )}
      {opening !== null && <p>{opening}</p>}
    </>
  );
}
