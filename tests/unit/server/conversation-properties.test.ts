// The invariants of the log under any order of commands: ids once, seq without holes, n in order, one writer at a time.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from '#protocol';
import type { Conversation, ConversationCommand } from '../../../server/domain/conversation.ts';
import { type Decision, decideConversation } from '../../../server/domain/decide-conversation.ts';
import { ANNA, BRAM, NOW, waiting } from './a-conversation.ts';

type Step = { command: ConversationCommand; wait: number };

interface Written {
  event: ConversationEvent;
  command: ConversationCommand;
  epochBefore: number;
}

/** A store of the simplest kind: a list. What it loads for a command is exactly what the real one loads. */
class Book {
  state: Conversation = waiting();
  now = NOW;
  readonly log: Written[] = [];
  readonly acked: { id: string; seq: number }[] = [];
  readonly lastN = new Map<string, number>();

  step({ command, wait }: Step): Decision {
    this.now += wait;
    const append = command.do === 'append' ? command : null;
    const first = this.log.find(({ event }) => event.kind === 'message' && event.id === append?.id)?.event;
    const duplicate =
      first?.kind === 'message' && append
        ? { seq: first.seq, at: first.at, same: first.text === append.text && first.from === append.from }
        : null;
    const lastN = this.lastN.get(append?.device ?? '') ?? 0;
    const decision = decideConversation(this.state, command, this.now, {
      lastN,
      duplicate,
      isGivenBack: false,
      oldestWaiting: null,
    });
    if (!decision.ok) return decision;
    const epochBefore = this.state.assignmentEpoch;
    for (const event of decision.events) this.log.push({ event, command, epochBefore });
    if (append && decision.ack) this.acked.push({ id: append.id, seq: decision.ack.seq });
    if (append && decision.lastN !== undefined) this.lastN.set(append.device, decision.lastN);
    this.state = decision.next;
    return decision;
  }
}

const operator = fc.constantFrom(ANNA, BRAM);
const small = fc.integer({ min: 0, max: 6 });
const text = fc.constantFrom('een', 'twee');
const id = fc.integer({ min: 0, max: 7 }).map((n) => `00000000-0000-4000-8000-00000000000${n}`);

const visitorAppend = fc.record({
  do: fc.constant('append' as const),
  from: fc.constant('visitor' as const),
  id,
  device: fc.constantFrom('tab-1', 'tab-2'),
  n: small,
  text,
});
const operatorAppend = fc.tuple(operator, id, small, small, text).map(
  ([by, messageId, n, assignmentEpoch, words]): ConversationCommand => ({
    do: 'append',
    from: 'operator',
    operator: by.operator,
    author: by.name,
    assignmentEpoch,
    id: messageId,
    device: by.id,
    n,
    text: words,
  }),
);
const take = operator.map((by): ConversationCommand => ({ do: 'take', by }));
const release = fc.tuple(operator, small).map(
  ([by, assignmentEpoch]): ConversationCommand => ({
    do: 'release',
    operator: by.operator,
    assignmentEpoch,
  }),
);
const loseLease = fc.constant<ConversationCommand>({ do: 'lose-lease' });
const end = fc.constant<ConversationCommand>({ do: 'end' });

const command = fc.oneof(
  { weight: 8, arbitrary: visitorAppend },
  { weight: 6, arbitrary: operatorAppend },
  { weight: 4, arbitrary: take },
  { weight: 2, arbitrary: release },
  { weight: 2, arbitrary: loseLease },
  { weight: 1, arbitrary: end },
);
const steps = fc.array(fc.record({ command, wait: fc.integer({ min: 0, max: 30_000 }) }), { maxLength: 80 });

function play(story: readonly Step[]): Book {
  const book = new Book();
  for (const step of story) book.step(step);
  return book;
}

describe('under any order of commands', () => {
  it('[I2] an id is in the log at most once, and every ack names its first seq', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { log, acked } = play(story);
        const messages = log.flatMap(({ event }) => (event.kind === 'message' ? [event] : []));
        expect(new Set(messages.map((message) => message.id)).size).toBe(messages.length);
        for (const ack of acked) expect(messages.find((message) => message.id === ack.id)?.seq).toBe(ack.seq);
      }),
    );
  });

  it('[I3] seq has no holes and follows the order of the log', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { log, state } = play(story);
        expect(log.map(({ event }) => event.seq)).toEqual(log.map((_, index) => index + 2));
        expect(state.lastSeq).toBe(log.length + 1);
      }),
    );
  });

  it('[I4] one device’s messages are logged in the order of its n', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const seen = new Map<string, number>();
        for (const { command } of play(story).log) {
          if (command.do !== 'append') continue;
          expect(command.n).toBeGreaterThan(seen.get(command.device) ?? 0);
          seen.set(command.device, command.n);
        }
      }),
    );
  });

  it('[I7] under one assignment epoch only one operator ever writes', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const writers = new Map<number, number>();
        for (const { command, epochBefore } of play(story).log) {
          if (command.do !== 'append' || command.from !== 'operator') continue;
          expect(command.assignmentEpoch).toBe(epochBefore);
          expect(writers.get(epochBefore) ?? command.operator).toBe(command.operator);
          writers.set(epochBefore, command.operator);
        }
      }),
    );
  });

  it('a closed conversation stays as it is', () => {
    fc.assert(
      fc.property(steps, steps, (story, more) => {
        const book = play([...story, { command: { do: 'end' }, wait: 0 }]);
        const length = book.log.length;
        for (const step of more) book.step(step);
        expect(book.log).toHaveLength(length);
      }),
    );
  });
});
