// What citizens think of their conversations, as the application asks for it.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { RATING_QUESTIONS, type RatingAnswers } from '#protocol';
import { ratingAnswers } from '#protocol/schemas';
import type { Rated, RatingStore } from '../application/ports.ts';
import { judgeRating, type RatingSetting, type RatingVerdict, USUAL_RATING } from '../domain/rating.ts';
import type { RatingTable, Tables } from './schema.ts';
import type { SqliteRunner } from './sqlite-dialect.ts';
import type { WriteQueue } from './write-queue.ts';

type Rating = Parameters<RatingStore['rate']>[0];

const names = z.array(z.string());

/** A name that this version does not know is not asked; the rest still is. */
function readQuestions(questions: string): RatingSetting['questions'] {
  const chosen = names.parse(JSON.parse(questions));
  return chosen.flatMap((name) => RATING_QUESTIONS.find((question) => question === name) ?? []);
}

const toColumns = (answers: RatingAnswers) => ({
  effort: answers.effort ?? null,
  solved: answers.solved ?? null,
  satisfaction: answers.satisfaction ?? null,
  recommendation: answers.recommendation ?? null,
  form_done: answers.formDone ?? null,
  remark: answers.remark ?? null,
});

function toRated(row: RatingTable): Rated {
  const { effort, solved, satisfaction, recommendation, form_done: formDone, remark } = row;
  const given = Object.entries({ effort, solved, satisfaction, recommendation, formDone, remark });
  return {
    conversation: row.conversation_id,
    site: row.site_id,
    firstAt: row.first_at,
    answers: ratingAnswers.parse(Object.fromEntries(given.filter(([, answer]) => answer !== null))),
  };
}

export function createRatingStore(
  kysely: Kysely<Tables>,
  runner: SqliteRunner,
  queue: WriteQueue,
): RatingStore {
  const readFirstAt = ({ organisation, conversation }: Rating): number | null =>
    runner.run(
      kysely
        .selectFrom('rating')
        .select('first_at')
        .where('conversation_id', '=', conversation)
        .where('organisation_id', '=', organisation),
    )[0]?.first_at ?? null;

  /** Inside the transaction: of two tabs that rate at once, the later one wins as a whole. */
  function rate(rating: Rating, now: number): RatingVerdict {
    const firstAt = readFirstAt(rating);
    const verdict = judgeRating({ status: rating.status, firstAt }, now);
    if (verdict !== 'stored') return verdict;
    const told = { ...toColumns(rating.answers), rated_at: now };
    const { organisation, conversation, site } = rating;
    const key = { organisation_id: organisation, conversation_id: conversation, site_id: site };
    runner.run(
      kysely
        .insertInto('rating')
        .values({ ...key, ...told, first_at: now })
        .onConflict((conflict) =>
          conflict
            .column('conversation_id')
            .doUpdateSet(told)
            .where('rating.organisation_id', '=', organisation),
        ),
    );
    return verdict;
  }

  return {
    async readSetting(site) {
      const row = await kysely
        .selectFrom('rating_setting')
        .select(['questions', 'remark'])
        .where('site_id', '=', site.id)
        .where('organisation_id', '=', site.organisation)
        .executeTakeFirst();
      return row ? { questions: readQuestions(row.questions), remark: row.remark === 1 } : USUAL_RATING;
    },
    rate: (rating, now) => queue.write(() => rate(rating, now)),
    async readRated(organisation, { from, until }) {
      const rows = await kysely
        .selectFrom('rating')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .where('first_at', '>=', from)
        .where('first_at', '<', until)
        .orderBy('first_at')
        .execute();
      return rows.map(toRated);
    },
  };
}
