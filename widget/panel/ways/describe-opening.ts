// When someone is there again, in words; null when nobody can say.
import type { SiteInfo } from '#protocol';
import type { Texts } from '../i18n/nl.ts';
import type { TimeWriter } from '../write-time.ts';

export function describeOpening(
  reach: SiteInfo['reach'],
  texts: Texts,
  writer: TimeWriter,
  now: number,
): string | null {
  if (reach.opensAt === null || reach.opensAt <= now) return null;
  const day = writer.day(reach.opensAt, now);
  return texts.awayOpens(`${day.charAt(0).toUpperCase()}${day.slice(1)}`, writer.time(reach.opensAt));
}
