// The counter closes while people talk: nothing that was begun or promised ends, nothing more is promised, and who comes is told.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteInfo } from '#protocol/schemas';
import { crank } from '../../support/server/crank.ts';
import { ManualClock } from '../../support/server/manual-clock.ts';
import {
  askOffer,
  connectCitizen,
  connectOperator,
  PAGE,
  post,
  readSite,
  SITE,
  startConversation,
} from '../../support/server/people.ts';
import { answer, follow, hasMessage, say, seqsOf } from '../../support/server/talk.ts';
import { makeDataDir, startTestServer, type TestServer } from '../../support/server/test-server.ts';

const CLOSES = Date.parse('2026-11-24T10:00:20Z');
const OPENS = Date.parse('2026-11-26T08:30:00Z');
const REASON = 'Wij zijn gesloten vanwege een verhuizing.';

let at: TestServer;
let dataDir: string;

async function startClosing(statement: string): Promise<void> {
  await (await startTestServer({ dataDir })).stop();
  const database = new DatabaseSync(join(dataDir, 'vangnet.db'));
  database.exec(statement);
  database.close();
  // Closures are written by the minute; the clock stands close before it.
  at = await startTestServer({ dataDir, clock: new ManualClock(CLOSES - 20_000) });
}

beforeEach(() => {
  dataDir = makeDataDir();
});
afterEach(async () => {
  await at.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const closureOf = (department: string) => `
  INSERT INTO closure (organisation_id, site_id, department_id, starts, ends, reason)
  VALUES (1, 1, ${department}, '2026-11-24T11:01', '2026-11-26T09:30', '${REASON}')`;

const renew = async (offer: string) =>
  (await post(at, `/v1/sites/${SITE}/offers/${offer}`, { change: 'renewed' })).json();

describe('a closure', () => {
  it('[O1] in the middle of a conversation ends none, keeps what was promised, and promises nothing more', async () => {
    await startClosing(closureOf('NULL'));
    const { wire: anna } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    say(tab, 1, 'Ik kom er niet uit');
    anna.say({ type: 'take', conversation: citizen.conversation });
    await anna.hear('summary', ({ summary }) => summary.status === 'active');
    follow(anna, citizen.conversation);
    const shown = await askOffer(at);
    if (shown.state !== 'held') throw new Error('withheld');
    expect(await readSite(at)).toMatchObject({ reach: { state: 'available' }, closedBecause: null });

    await crank(at, 61);

    const info = siteInfo.parse(await readSite(at));
    expect(info).toMatchObject({ reach: { state: 'away', opensAt: OPENS }, closedBecause: REASON });
    expect(await askOffer(at)).toEqual({ state: 'withheld', reason: 'no-operator' });

    say(tab, 2, 'Bent u er nog?');
    await anna.hear('events', hasMessage('Bent u er nog?'));
    answer(anna, citizen.conversation, 1, 'Ja, ik blijf bij u');
    await tab.hear('events', hasMessage('Ja, ik blijf bij u'));
    expect(seqsOf(tab.heard)).toEqual([1, 2, 3, 4, 5]);

    const late = await startConversation(at);
    const queued = await anna.hear('summary', ({ summary }) => summary.id === late.conversation);
    expect(queued.summary.status, 'who wants to wait may').toBe('waiting');
  });

  it('[O3] lets an offer that is on the screen be taken', async () => {
    await startClosing(closureOf('NULL'));
    const { wire: anna } = await connectOperator(at, 'Anna');
    const shown = await askOffer(at);
    if (shown.state !== 'held') throw new Error('withheld');
    await crank(at, 40);
    expect(await renew(shown.offer)).toMatchObject({ state: 'held' });
    await crank(at, 25);
    expect((await askOffer(at)).state, 'closed by now').toBe('withheld');
    const { conversation } = await startConversation(at, shown.offer);
    const { summary } = await anna.hear('summary', (frame) => frame.summary.id === conversation);
    expect(summary).toMatchObject({ offered: true, status: 'waiting' });
  });

  it('[O1] of one department withholds offers on its forms only', async () => {
    await startClosing(`
      INSERT INTO department (organisation_id, site_id, name) VALUES (1, 1, 'Inkomen');
      INSERT INTO department_form (organisation_id, site_id, form, department_id) VALUES (1, 1, '${PAGE.form}', 1);
      ${closureOf('1')}`);
    await connectOperator(at, 'Anna');
    await crank(at, 61);
    expect((await askOffer(at)).state).toBe('withheld');
    const other = await post(at, `/v1/sites/${SITE}/offers`, { form: 'Verhuizing', step: null });
    expect(await other.json()).toMatchObject({ state: 'held' });
    expect(await readSite(at)).toMatchObject({ reach: { state: 'available' }, closedBecause: null });
  });
});
