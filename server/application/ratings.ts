// What the citizen thinks of the conversation, told after its end.
import type { RatingRequest } from '#protocol';
import { keepAnswers, planScreens, type RatingVerdict } from '../domain/rating.ts';
import type { After } from './after.ts';
import { keepSafely } from './keep-safely.ts';
import type { Site } from './ports.ts';
import { findByToken } from './visitor-entry.ts';

export async function rateConversation(
  { relay, ratings }: After,
  site: Site,
  { token, answers }: RatingRequest,
): Promise<RatingVerdict | 'unknown' | 'not-asked'> {
  const setting = await ratings.readSetting(site);
  if (planScreens(setting) === null) return 'not-asked';
  const record = await findByToken(relay, site, token);
  if (!record) return 'unknown';
  const { organisation, conversation, state } = record;
  const told = { organisation, conversation, site: site.id, status: state.status };
  return keepSafely(relay, 1, () =>
    ratings.rate({ ...told, answers: keepAnswers(setting, answers) }, relay.clock.now()),
  );
}
