// A citizen who says nothing, over real sockets and a real store: asked, heard, ended; and none of it forgotten by a restart.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crank } from '../../support/server/crank.ts';
import {
  type Citizen,
  connectCitizen,
  connectOperator,
  type Operator,
  startConversation,
} from '../../support/server/people.ts';
import { answer, follow, hasKind, hasMessage, say } from '../../support/server/talk.ts';
import { makeDataDir, startTestServer, type TestServer } from '../../support/server/test-server.ts';
import type { VisitorWire } from '../../support/server/wire.ts';

/** Two minutes of silence, a minute of warning. */
const SETTING = 'INSERT INTO silence_setting VALUES (1, 1, 3, 1)';

let dataDir: string;
let at: TestServer;
let citizen: Citizen;
let wire: VisitorWire;
let anna: Operator;

function changeSetting(statement: string): void {
  const database = new DatabaseSync(join(dataDir, 'vangnet.db'));
  database.exec(statement);
  database.close();
}

beforeEach(async () => {
  dataDir = makeDataDir();
  await (await startTestServer({ dataDir })).stop();
  changeSetting(SETTING);
  at = await startTestServer({ dataDir });
  citizen = await startConversation(at);
  wire = await connectCitizen(at, citizen);
  anna = await connectOperator(at, 'Anna');
  anna.wire.say({ type: 'take', conversation: citizen.conversation });
  follow(anna.wire, citizen.conversation);
  await wire.hear('events', hasKind('assigned'));
  say(wire, 1, 'Hallo');
  await anna.wire.hear('events', hasMessage('Hallo'));
});
afterEach(async () => {
  await at.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function answered(): Promise<void> {
  answer(anna.wire, citizen.conversation, 1, 'Goedemiddag');
  await wire.hear('events', hasMessage('Goedemiddag'));
}

const questions = () => wire.heard.flatMap((frame) => (frame.type === 'silence' ? [frame.endsAt] : []));
const kinds = () =>
  wire.heard.flatMap((frame) => (frame.type === 'events' ? frame.events.map(({ kind }) => kind) : []));

describe('a citizen who says nothing', () => {
  it('[W1] is not hurried while waiting for an answer', async () => {
    await crank(at, 240);
    expect(questions()).toEqual([]);
  });

  it('[W2] [W4] is asked on the line, the operator sees it, and then it ends by itself', async () => {
    await answered();
    const endsAt = at.clock.now() + 180_000;
    await crank(at, 118);
    expect(questions()).toEqual([]);
    await crank(at, 4);
    const asked = await wire.hear('silence');
    expect(Math.abs((asked.endsAt ?? 0) - endsAt)).toBeLessThanOrEqual(2_000);
    const { summary } = await anna.wire.hear('summary', (frame) => frame.summary.endsAt !== undefined);
    expect(summary.endsAt).toBe(asked.endsAt);
    await crank(at, 62);
    const { events } = await wire.hear('events', hasKind('closed'));
    expect(events.at(-1)).toMatchObject({ kind: 'closed', by: 'system' });
    await anna.wire.hear('events', hasKind('closed'));
  });

  it('[W3] goes on by one frame, by typing, and by a word', async () => {
    await answered();
    const acts = [
      () => wire.say({ type: 'stay' }),
      () => wire.say({ type: 'typing', on: true }),
      () => say(wire, 2, 'Ja, ik zoek het op'),
    ];
    for (const act of acts) {
      await crank(at, 123);
      await wire.hear('silence', ({ endsAt }) => endsAt !== null);
      await anna.wire.hear('summary', ({ summary }) => summary.endsAt !== undefined);
      act();
      await wire.hear('silence', ({ endsAt }) => endsAt === null);
      await anna.wire.hear('summary', ({ summary }) => summary.endsAt === undefined);
    }
    await crank(at, 200);
    expect(kinds()).not.toContain('closed');
  });

  it('[W2] is asked again by a server that was away while the time ran out', async () => {
    await answered();
    await crank(at, 123);
    const first = await wire.hear('silence');
    await at.stop();
    at.clock.advance(10 * 60_000);
    at = await startTestServer({ dataDir, clock: at.clock });
    anna = await connectOperator(at, 'Anna');
    wire = await connectCitizen(at, citizen);
    await crank(at, 2);
    const again = await wire.hear('silence', ({ endsAt }) => endsAt !== first.endsAt);
    expect(Math.abs((again.endsAt ?? 0) - at.clock.now() - 60_000)).toBeLessThanOrEqual(2_000);
    wire.say({ type: 'stay' });
    await wire.hear('silence', ({ endsAt }) => endsAt === null);
  });

  it('[W1] is never asked where the site wants no end', async () => {
    await at.stop();
    changeSetting('UPDATE silence_setting SET ends_after = 0');
    at = await startTestServer({ dataDir, clock: at.clock });
    anna = await connectOperator(at, 'Anna');
    wire = await connectCitizen(at, citizen);
    await answered();
    await crank(at, 240);
    expect(questions()).toEqual([]);
  });
});
