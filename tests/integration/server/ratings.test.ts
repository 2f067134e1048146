// What a citizen thinks of the conversation, over HTTP with a real server and database.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { afterInfo } from '#protocol/schemas';
import {
  type Citizen,
  connectCitizen,
  makeToken,
  post,
  SITE,
  startConversation,
} from '../../support/server/people.ts';
import { ELSEWHERE, seedElsewhere } from '../../support/server/second-organisation.ts';
import { hasKind, say } from '../../support/server/talk.ts';
import { makeDataDir, startTestServer, type TestServer } from '../../support/server/test-server.ts';

let at: TestServer;
let dataDir: string;
beforeEach(async () => {
  dataDir = makeDataDir();
  at = await startTestServer({ dataDir });
});
afterEach(async () => {
  await at.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function talk(): Promise<Citizen> {
  const citizen = await startConversation(at);
  const tab = await connectCitizen(at, citizen);
  say(tab, 1, 'Ik loop vast.');
  await tab.hear('ack');
  return citizen;
}

async function end(citizen: Citizen): Promise<void> {
  const tab = await connectCitizen(at, citizen);
  tab.say({ type: 'end' });
  await tab.hear('events', hasKind('closed'));
}

const rate = (token: string, answers: unknown, site = SITE, origin = at.url) =>
  post({ url: at.url, origin }, `/v1/sites/${site}/ratings`, { token, answers });

function withDatabase<Result>(work: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(join(dataDir, 'vangnet.db'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const readRows = () => withDatabase((database) => database.prepare('SELECT * FROM rating').all());
const choose = (questions: string, remark: number) =>
  withDatabase((database) =>
    database.prepare('INSERT INTO rating_setting VALUES (1, 1, ?, ?)').run(questions, remark),
  );

const readAfter = async () => {
  const response = await fetch(`${at.url}/v1/sites/${SITE}/after`);
  return afterInfo.parse(await response.json());
};

describe('[E1] [E5] what comes after a conversation', () => {
  it('is told by the site: three screens where it chose nothing', async () => {
    expect(await readAfter()).toEqual({
      transcripts: false,
      rating: {
        screens: [
          { question: 'effort', remark: false },
          { question: 'solved', remark: false },
          { question: 'formDone', remark: true },
        ],
      },
    });
  });

  it('is what the site chose, or nothing, without a restart', async () => {
    choose('["recommendation"]', 0);
    expect((await readAfter()).rating).toEqual({ screens: [{ question: 'recommendation', remark: false }] });
    withDatabase((database) => database.exec("UPDATE rating_setting SET questions = '[]'"));
    expect((await readAfter()).rating).toBeNull();
    const citizen = await talk();
    await end(citizen);
    expect((await rate(citizen.token, { effort: 7 })).status).toBe(404);
    expect(readRows()).toEqual([]);
  });

  it('is told to pages of the site only, and sets no cookie', async () => {
    const ask = (origin: string) =>
      fetch(`${at.url}/v1/sites/${SITE}/after`, { headers: { Origin: origin } });
    const ours = await ask('https://formulieren.voorbeeldstad.example');
    expect([ours.status, ours.headers.get('set-cookie')]).toEqual([200, null]);
    expect((await ask('https://evil.example')).status).toBe(403);
    expect((await fetch(`${at.url}/v1/sites/onbekend/after`)).status).toBe(404);
  });
});

describe('[E6] a rating', () => {
  it('is kept with its conversation, and what the site did not ask is not', async () => {
    const citizen = await talk();
    await end(citizen);
    const answers = { effort: 6, solved: 'partly', recommendation: 9, remark: ' Fijn\u202e geholpen. ' };
    const response = await rate(citizen.token, answers);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(readRows()).toMatchObject([
      {
        conversation_id: 1,
        organisation_id: 1,
        site_id: 1,
        first_at: at.clock.now(),
        effort: 6,
        solved: 'partly',
        satisfaction: null,
        recommendation: null,
        form_done: null,
        remark: 'Fijn geholpen.',
      },
    ]);
    expect(at.log.join('\n')).not.toMatch(/geholpen|partly/);
  });

  it('told again, screen after screen or from two tabs, is one: the last', async () => {
    const citizen = await talk();
    await end(citizen);
    const all = [{ effort: 3 }, { effort: 3, solved: 'yes' }, { effort: 3, solved: 'yes', formDone: 'no' }];
    for (const answers of all) expect((await rate(citizen.token, answers)).status).toBe(204);
    await Promise.all([1, 2, 3, 4].map(() => rate(citizen.token, all[2])));
    expect(readRows()).toMatchObject([{ effort: 3, solved: 'yes', form_done: 'no' }]);
  });

  it('waits for the end of the conversation', async () => {
    const citizen = await talk();
    const early = await rate(citizen.token, { effort: 3 });
    expect(early.status).toBe(409);
    expect(await early.json()).toMatchObject({ type: 'urn:vangnet:problem:not-ended' });
    expect(readRows()).toEqual([]);
    await end(citizen);
    expect((await rate(citizen.token, { effort: 3 })).status).toBe(204);
  });

  it.each([
    ['no answers', undefined],
    ['a mark that the scale has not', { effort: 8 }],
    ['an endless remark', { remark: 'x'.repeat(1_001) }],
    ['a question that nobody asks', { name: 'Jansen' }],
  ])('is refused as a whole with %s', async (_, answers) => {
    expect((await rate(makeToken(), answers)).status).toBe(400);
  });

  it('is limited per address', async () => {
    const answers = await Promise.all(Array.from({ length: 125 }, () => rate(makeToken(), {})));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });
});

describe('[E7] [I8] a rating by a stranger', () => {
  it('is refused alike for an unknown, an expired and another site’s token', async () => {
    await at.stop();
    await seedElsewhere(dataDir);
    at = await startTestServer({ dataDir });
    const citizen = await talk();
    await end(citizen);
    const elsewhere = await rate(citizen.token, { effort: 1 }, 'elders', ELSEWHERE);
    const unknown = await rate(makeToken(), { effort: 1 });
    at.clock.sleep(25 * 60 * 60_000);
    const expired = await rate(citizen.token, { effort: 1 });
    const words = await Promise.all([elsewhere, unknown, expired].map((response) => response.text()));
    expect([elsewhere, unknown, expired].map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(words).size).toBe(1);
    expect(readRows()).toEqual([]);
  });

  it('is refused to a page elsewhere', async () => {
    const citizen = await talk();
    await end(citizen);
    expect((await rate(citizen.token, { effort: 1 }, SITE, 'https://evil.example')).status).toBe(403);
  });
});
