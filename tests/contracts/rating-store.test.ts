// Ratings on disk: the newest answers of each conversation, apart per organisation, and what each site asks.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RatingAnswers } from '#protocol';
import type { ConversationRecord } from '../../server/application/ports.ts';
import { CHANGEABLE_MS, USUAL_RATING } from '../../server/domain/rating.ts';
import { openSeededStore, type SeededStore } from '../support/server/seeded-store.ts';

const SITE = { organisation: 1, id: 1 };
const ALWAYS = { from: 0, until: Number.MAX_SAFE_INTEGER };

let seeded: SeededStore;
let talk: ConversationRecord;
beforeEach(async () => {
  seeded = await openSeededStore();
  for (const record of await seeded.open(1, 1_000)) talk = record;
});
afterEach(() => seeded.close());

const rate = (answers: RatingAnswers, now: number, more: Partial<ConversationRecord> = {}) => {
  const { organisation, conversation, site } = { ...talk, ...more };
  return seeded.store.ratings.rate({ organisation, conversation, site, status: 'closed', answers }, now);
};

const readAnswers = async (organisation = 1, period = ALWAYS) =>
  (await seeded.store.ratings.readRated(organisation, period)).map(({ answers }) => answers);

describe('[E6] a rating on disk', () => {
  const full: Required<RatingAnswers> = {
    effort: 6,
    solved: 'yes',
    satisfaction: 4,
    recommendation: 0,
    formDone: 'not-yet',
    remark: 'Anna was heel duidelijk.',
  };

  it('is read back as it was told, with the site and the moment', async () => {
    expect(await rate(full, 5_000)).toBe('stored');
    expect(await seeded.store.ratings.readRated(1, ALWAYS)).toEqual([
      { conversation: talk.conversation, site: 1, firstAt: 5_000, answers: full },
    ]);
  });

  it('keeps the newest answers as a whole, and one row for a conversation', async () => {
    await rate({ effort: 2, remark: 'Nee' }, 5_000);
    await rate({ effort: 2, remark: 'Nee' }, 5_000);
    await rate({ solved: 'no' }, 6_000);
    expect(await readAnswers()).toEqual([{ solved: 'no' }]);
  });

  it('of which everything was skipped is one too: somebody was asked', async () => {
    expect(await rate({}, 5_000)).toBe('stored');
    expect(await readAnswers()).toEqual([{}]);
  });

  it('cannot be changed a day later, and not be given before the end', async () => {
    const { organisation, conversation, site } = talk;
    const early = { organisation, conversation, site, status: 'active', answers: {} } as const;
    expect(await seeded.store.ratings.rate(early, 5_000)).toBe('not-ended');
    expect(await readAnswers()).toEqual([]);
    await rate({ effort: 1 }, 5_000);
    expect(await rate({ effort: 7 }, 5_000 + CHANGEABLE_MS)).toBe('too-late');
    expect(await readAnswers()).toEqual([{ effort: 1 }]);
  });

  it('belongs to one organisation: another one neither reads nor overwrites it', async () => {
    await seeded.store.seeder.seed({
      id: 'elders',
      name: 'Gemeente Elders',
      site: {
        key: 'elders',
        origins: [],
        phone: '14 0999',
        hoursText: '',
        contactUrl: 'https://elders.example/',
        privacyUrl: 'https://elders.example/',
        hours: [[], [], [], [], [], [], []],
      },
      operators: [],
    });
    await rate({ effort: 3 }, 5_000);
    expect(await readAnswers(2)).toEqual([]);
    await rate({ effort: 7 }, 5_001, { organisation: 2, site: 2 });
    expect(await readAnswers(1)).toEqual([{ effort: 3 }]);
    expect(await readAnswers(2)).toEqual([]);
  });

  it('is found by the period in which it was first told', async () => {
    await rate({ effort: 3 }, 5_000);
    await rate({ effort: 4 }, 9_000);
    expect(await readAnswers(1, { from: 5_000, until: 5_001 })).toEqual([{ effort: 4 }]);
    expect(await readAnswers(1, { from: 0, until: 5_000 })).toEqual([]);
    expect(await readAnswers(1, { from: 5_001, until: 10_000 })).toEqual([]);
  });
});

describe('[E5] what a site asks', () => {
  function choose(questions: string, remark: number): void {
    const database = new DatabaseSync(join(seeded.folder, 'vangnet.db'));
    const insert = database.prepare('INSERT OR REPLACE INTO rating_setting VALUES (1, 1, ?, ?)');
    insert.run(questions, remark);
    database.close();
  }

  it('is what is usual, until it chooses', async () => {
    const { ratings } = seeded.store;
    expect(await ratings.readSetting(SITE)).toEqual(USUAL_RATING);
    choose('["recommendation","solved"]', 0);
    expect(await ratings.readSetting(SITE)).toEqual({
      questions: ['recommendation', 'solved'],
      remark: false,
    });
    expect(await ratings.readSetting({ organisation: 1, id: 2 })).toEqual(USUAL_RATING);
  });

  it('may be nothing, and leaves out what nobody knows', async () => {
    choose('[]', 0);
    expect(await seeded.store.ratings.readSetting(SITE)).toEqual({ questions: [], remark: false });
    choose('["mood","effort"]', 1);
    expect(await seeded.store.ratings.readSetting(SITE)).toEqual({ questions: ['effort'], remark: true });
  });
});
