// Properties of delivery as the console sees it: whatever the network does, the log is whole and nothing is sent twice.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ConversationEvent, OperatorFrame, ToOperatorFrame } from '#protocol';
import { threadOf } from '../../../operator-console/desk-threads.ts';
import { Desk, followed, heard, mine, saidBy, TALK, welcome } from './a-desk.ts';

const shown = (desk: Desk): readonly ConversationEvent[] => threadOf(desk.state, TALK).log.events;

const open = (): Desk =>
  new Desk().do({ type: 'select', conversation: TALK }).connect(mine()).hear(followed(mine()));

it('[R1] [R3] [R4] shows every event once and in order, whatever is doubled, lost or turned around', () => {
  const deliveries = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 4 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(deliveries, (pages) => {
      const history = Array.from({ length: 12 }, (_, index) => saidBy('visitor', index + 1));
      const desk = open();
      const deliver = (from: number, size: number): void => {
        const events = history.slice(from - 1, from - 1 + size);
        desk.hear({ type: 'events', conversation: TALK, events, more: false });
        expect(shown(desk).map((event) => event.seq)).toEqual(shown(desk).map((_, index) => index + 1));
      };
      for (const [from, size] of pages) deliver(from, size);
      deliver(shown(desk).length + 1, 12);
      expect(shown(desk)).toEqual(history);
    }),
  );
});

it('[R3] asks for what lies in a hole, after the last event that it has', () => {
  const desk = open();
  desk.sent();
  const events = [saidBy('visitor', 1), saidBy('visitor', 4)];
  desk.hear({ type: 'events', conversation: TALK, events, more: false });
  expect(desk.sent()).toEqual([{ type: 'pull', conversation: TALK, after: 1 }]);
});

it('[R5] reads everything again when the server’s history is another one', () => {
  const desk = open();
  desk.hear({ type: 'events', conversation: TALK, events: [saidBy('visitor', 1, 'oud')], more: false });
  desk.drop().do({ type: 'link', link: { status: 'live' } });
  desk.hear(welcome({ epoch: 'two' }), { type: 'desk', conversations: [mine()] }, followed(mine()));
  expect(shown(desk)).toEqual([]);
  desk.hear({ type: 'events', conversation: TALK, events: [saidBy('visitor', 1, 'nieuw')], more: false });
  expect(shown(desk)).toMatchObject([{ text: 'nieuw' }]);
});

/** The smallest server that keeps the promises of M1 to M5 for one device. */
class OneConversation {
  readonly log: { id: string; text: string }[] = [];
  lastN = 0;

  events(): ConversationEvent[] {
    return this.log.map(({ id, text }, index) => ({ ...saidBy('operator', index + 1, text), id }));
  }

  take(frame: Extract<OperatorFrame, { type: 'send' }>): ToOperatorFrame {
    const { id, n, text } = frame;
    const known = this.log.findIndex((message) => message.id === id);
    const answer = { conversation: TALK, id, n };
    if (known === -1 && n !== this.lastN + 1) {
      return { type: 'nack', ...answer, reason: 'expected', expected: this.lastN + 1 };
    }
    if (known === -1) this.log.push({ id, text });
    if (n === this.lastN + 1) this.lastN = n;
    return { type: 'ack', ...answer, seq: known === -1 ? this.log.length : known + 1, at: 0 };
  }
}

type Step = { do: 'write' } | { do: 'deliver'; answered: boolean } | { do: 'cut'; lost: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('write' as const) }),
    fc.record({ do: fc.constant('deliver' as const), answered: fc.boolean() }),
    fc.record({ do: fc.constant('cut' as const), lost: fc.nat(4) }),
  ),
  { maxLength: 60 },
);

it('[M2] [M3] [M5] gets every message into the log once and in the order of writing, over lines that break', () => {
  fc.assert(
    fc.property(steps, (story) => {
      const server = new OneConversation();
      const summary = mine({ lastSeq: 0 });
      const desk = new Desk().connect(summary).hear(followed(summary));
      const line: Extract<OperatorFrame, { type: 'send' }>[] = [];
      const written: string[] = [];
      const collect = (): void => {
        for (const frame of desk.sent()) if (frame.type === 'send') line.push(frame);
      };
      const deliver = (answered: boolean): void => {
        collect();
        const frame = line.shift();
        if (frame === undefined) return;
        const answer = server.take(frame);
        if (answered) desk.hear(answer);
      };
      const cut = (lost: number): void => {
        collect();
        // What was on the line arrives in part, and no answer comes back.
        for (const frame of line.splice(0).slice(0, lost)) server.take(frame);
        const summary = mine({ lastSeq: server.log.length });
        desk
          .drop()
          .connect(summary)
          .hear(followed(summary, { lastN: server.lastN }), heard(...server.events()));
      };
      for (const step of story) {
        if (step.do === 'write') {
          const id = `m${written.length}`;
          written.push(id);
          desk.do({ type: 'draft', conversation: TALK, text: `tekst ${id}`, now: 0 });
          desk.do({ type: 'write', conversation: TALK, id, now: 0 });
        } else if (step.do === 'deliver') deliver(step.answered);
        else cut(step.lost);
      }
      cut(0);
      for (let turn = 0; turn < 4 * (written.length + 1); turn += 1) deliver(true);
      expect(server.log.map((message) => message.id)).toEqual(written);
    }),
    { numRuns: 300 },
  );
});
