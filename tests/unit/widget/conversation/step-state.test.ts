/** The reducer on the citizen's side against a server that loses lines: nothing lost, doubled or out of order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOSE, type ConversationEvent, type ToVisitorFrame, type VisitorFrame } from '#protocol';
import type { OutboxEntry } from '#protocol/outbox';
import {
  type ConversationEffect,
  type ConversationInput,
  type ConversationState,
  isLate,
  LATE_AFTER_MS,
  NO_CONVERSATION,
} from '../../../../widget/conversation/conversation-state.ts';
import { stepConversation } from '../../../../widget/conversation/step-state.ts';

const EPOCH = 'epoch';

/** Runs inputs and collects what was asked for. */
function createRunner(initial: ConversationState = NO_CONVERSATION) {
  const effects: ConversationEffect[] = [];
  const runner = {
    state: initial,
    effects,
    step(input: ConversationInput): ConversationEffect[] {
      const step = stepConversation(runner.state, input);
      runner.state = step.state;
      effects.push(...step.effects);
      return [...step.effects];
    },
    hear: (frame: ToVisitorFrame) => runner.step({ kind: 'frame', frame }),
  };
  return runner;
}

function welcome(changes: Partial<Extract<ToVisitorFrame, { type: 'welcome' }>> = {}): ToVisitorFrame {
  return {
    type: 'welcome',
    protocol: 1,
    epoch: EPOCH,
    conversation: 'AAAAAAAAAAAAAAAAAAAAAA',
    status: 'waiting',
    lastSeq: 1,
    lastN: 0,
    readSeq: 0,
    operator: null,
    operatorHere: false,
    serverTime: 0,
    heartbeatMs: 25_000,
    ...changes,
  };
}

const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const live: ConversationInput = { kind: 'line', line: { status: 'live' } };
const lost: ConversationInput = { kind: 'line', line: { status: 'waiting', retryInMs: 1, attempt: 1 } };
const stopped = (code: number): ConversationInput => ({ kind: 'line', line: { status: 'stopped', code } });
const said = (seq: number, text: string): ConversationEvent => ({
  seq,
  at: 0,
  kind: 'message',
  id: idOf(900 + seq),
  from: 'operator',
  author: 'Anna',
  text,
});
const events = (...list: ConversationEvent[]): ToVisitorFrame => ({
  type: 'events',
  events: list,
  more: false,
});
const write = (number: number, text = `tekst ${number}`): ConversationInput => ({
  kind: 'write',
  id: idOf(number),
  text,
  at: 0,
});

function openLine(changes: Parameters<typeof welcome>[0] = {}) {
  const runner = createRunner();
  runner.step({ kind: 'begin' });
  runner.step({ kind: 'started' });
  runner.step(live);
  runner.hear(welcome(changes));
  runner.hear(events({ seq: 1, at: 0, kind: 'opened', offered: true }));
  runner.effects.length = 0;
  return runner;
}

describe('starting', () => {
  it('begins with the first message, and only once', () => {
    const runner = createRunner();
    expect(runner.step(write(1))).toEqual([{ do: 'start' }]);
    expect(runner.step(write(2))).toEqual([]);
    expect(runner.step({ kind: 'begin' })).toEqual([]);
    expect(runner.state.phase).toBe('starting');
    expect(runner.step({ kind: 'started' })).toEqual([{ do: 'connect' }]);
    expect(runner.state.phase).toBe('waiting');
  });

  it('says when the server refuses, and tries again when asked', () => {
    const runner = createRunner();
    runner.step({ kind: 'begin' });
    runner.step({ kind: 'start-refused' });
    expect(runner.state.obstacle).toBe('refused');
    expect(runner.step({ kind: 'retry' })).toEqual([{ do: 'start' }]);
  });

  it('picks up after a page load: starts what the server never heard of, connects what it knows', () => {
    const outbox = [{ id: idOf(1), text: 'eerste' }];
    const unknown = createRunner();
    expect(unknown.step({ kind: 'resume', started: false, outbox, at: 0 })).toEqual([{ do: 'start' }]);
    const known = createRunner();
    expect(known.step({ kind: 'resume', started: true, outbox, at: 0 })).toEqual([{ do: 'connect' }]);
    expect(known.state).toMatchObject({ phase: 'starting', resumed: true });
    known.step(live);
    expect(known.hear(welcome({ status: 'active', operator: 'Anna', operatorHere: true }))).toEqual([]);
    // What earlier pages left on the device was written before.
    expect(known.step({ kind: 'adopt', messages: [], kept: [], at: 0 })).toEqual([
      { do: 'send', frame: { type: 'send', id: idOf(1), n: 1, text: 'eerste' } },
    ]);
    expect(known.state).toMatchObject({ phase: 'active', operator: 'Anna' });
  });
});

describe('following', () => {
  it('[R4] asks for what is missing and shows nothing beyond the hole', () => {
    const runner = openLine();
    expect(runner.hear(events(said(3, 'c')))).toContainEqual({
      do: 'send',
      frame: { type: 'pull', after: 1 },
    });
    expect(runner.state.log.lastSeq).toBe(1);
    runner.hear(events(said(2, 'b'), said(3, 'c')));
    expect(runner.state.log.lastSeq).toBe(3);
  });

  it('takes none of a long history for news, and does not ask for its pages: they come by themselves', () => {
    const runner = createRunner();
    runner.step({ kind: 'resume', started: true, outbox: [], at: 0 });
    runner.step(live);
    runner.hear(welcome({ status: 'active', lastSeq: 3, operator: 'Anna' }));
    const opened: ConversationEvent = { seq: 1, at: 0, kind: 'opened', offered: true };
    const page: ToVisitorFrame = { type: 'events', events: [opened], more: true };
    expect(runner.hear(page)).toEqual([]);
    runner.hear(events({ seq: 2, at: 0, kind: 'assigned', operator: 'Bram' }, said(3, 'c')));
    // The welcome is newer than the history: Anna, not Bram.
    expect(runner.state.operator).toBe('Anna');
    expect(runner.effects.some((effect) => effect.do === 'news')).toBe(false);
    expect(runner.hear(events(said(4, 'd')))).toEqual([{ do: 'news', events: [said(4, 'd')] }]);
  });

  it('[R5] forgets its copy when the server has another history', () => {
    const runner = openLine();
    runner.hear(events(said(2, 'oud')));
    runner.step({ kind: 'seen' });
    runner.step(lost);
    runner.step(live);
    runner.hear(welcome({ epoch: 'put back', lastSeq: 1 }));
    expect(runner.state.log.events).toEqual([]);
    expect(runner.state.seenSeq).toBe(0);
  });

  it('knows who helps, and who is not there any more', () => {
    const runner = openLine();
    runner.hear(events({ seq: 2, at: 0, kind: 'assigned', operator: 'Anna' }));
    expect(runner.state).toMatchObject({ phase: 'active', operator: 'Anna', operatorHere: true });
    runner.hear({ type: 'typing', on: true });
    expect(runner.state.operatorTyping).toBe(true);
    runner.hear({ type: 'presence', here: false });
    expect(runner.state).toMatchObject({ operatorHere: false, operatorTyping: false });
    runner.hear(events({ seq: 3, at: 0, kind: 'unassigned', because: 'lease-lost' }));
    expect(runner.state).toMatchObject({ phase: 'waiting', operator: null });
  });

  it('tells once how far the citizen has read, and only over a live line', () => {
    const runner = openLine();
    runner.hear(events(said(2, 'b')));
    expect(runner.step({ kind: 'seen' })).toEqual([{ do: 'send', frame: { type: 'read', seq: 2 } }]);
    expect(runner.step({ kind: 'seen' })).toEqual([]);
    runner.hear(events(said(3, 'c')));
    runner.step(lost);
    expect(runner.step({ kind: 'seen' })).toEqual([]);
  });
});

describe('losing the line', () => {
  it('is one state from the loss to the next welcome, however many attempts it takes', () => {
    const runner = openLine();
    const connecting: ConversationInput = { kind: 'line', line: { status: 'connecting' } };
    for (const input of [lost, connecting, lost, connecting, live]) {
      runner.step(input);
      expect(runner.state.cut).toBe(true);
    }
    runner.hear(welcome());
    expect(runner.state.cut).toBe(false);
  });

  it.each([
    [CLOSE.conversationClosed, 'closed', null],
    [CLOSE.tokenInvalid, 'closed', 'gone'],
    [CLOSE.replaced, 'waiting', 'elsewhere'],
    [CLOSE.originRefused, 'waiting', 'refused'],
    [CLOSE.versionUnknown, 'waiting', 'refused'],
  ])('[L] close code %i leaves it %s, obstacle %s', (code, phase, obstacle) => {
    const runner = openLine();
    runner.step(stopped(code));
    expect(runner.state).toMatchObject({ phase, obstacle });
  });

  it('connects again when the citizen wants to go on here', () => {
    const runner = openLine();
    runner.step(stopped(CLOSE.replaced));
    expect(runner.step({ kind: 'retry' })).toEqual([{ do: 'connect' }]);
  });

  it('calls a message late after ten seconds without an ack, and no longer once it is stored', () => {
    const runner = openLine();
    runner.step(lost);
    runner.step(write(1));
    const late = () => runner.state.outbox.entries.map((entry) => isLate(runner.state, entry));
    runner.step({ kind: 'clock', now: LATE_AFTER_MS - 1 });
    expect(late()).toEqual([false]);
    runner.step({ kind: 'clock', now: LATE_AFTER_MS });
    expect(late()).toEqual([true]);
    runner.step(live);
    runner.hear(welcome());
    runner.hear({ type: 'ack', id: idOf(1), n: 1, seq: 2, at: 0 });
    expect(late()).toEqual([false]);
  });

  it('waits as long as the server asks before it tries a refused message again', () => {
    const runner = openLine();
    runner.step(write(1));
    const nack: ToVisitorFrame = { type: 'nack', id: idOf(1), n: 1, reason: 'rate-limited', retryMs: 700 };
    expect(runner.hear(nack)).toEqual([{ do: 'flush-later', ms: 700 }]);
    expect(runner.step({ kind: 'flush' })).toMatchObject([{ do: 'send', frame: { id: idOf(1), n: 1 } }]);
  });
});

describe('ending', () => {
  it('says so behind everything that was written', () => {
    const runner = openLine();
    runner.step(write(1));
    expect(runner.step({ kind: 'end' })).toEqual([]);
    expect(runner.hear({ type: 'ack', id: idOf(1), n: 1, seq: 2, at: 0 })).toEqual([
      { do: 'send', frame: { type: 'end' } },
    ]);
  });

  it('says it again on the next line when the first did not arrive', () => {
    const runner = openLine();
    runner.step(lost);
    expect(runner.step({ kind: 'end' })).toEqual([]);
    runner.step(live);
    expect(runner.hear(welcome())).toEqual([{ do: 'send', frame: { type: 'end' } }]);
  });

  it('gives back what did not arrive, and lets go of the line', () => {
    const runner = openLine();
    runner.step(write(1, 'nog een vraag'));
    expect(runner.hear(events({ seq: 2, at: 0, kind: 'closed', by: 'operator' }))).toEqual([
      { do: 'give-back', texts: ['nog een vraag'] },
      { do: 'news', events: [{ seq: 2, at: 0, kind: 'closed', by: 'operator' }] },
      { do: 'disconnect' },
    ]);
    expect(runner.state).toMatchObject({ phase: 'closed', ending: false });
    expect(runner.state.outbox.entries).toEqual([]);
  });

  it('gives back what is sent at the very moment that it ends: the box may be there one frame longer', () => {
    const runner = openLine();
    runner.hear(events({ seq: 2, at: 0, kind: 'closed', by: 'operator' }));
    expect(runner.step(write(1, 'nog iets'))).toEqual([{ do: 'give-back', texts: ['nog iets'] }]);
    expect(runner.state.outbox.entries).toEqual([]);
  });

  it('stays on the line until the history of a closed conversation is in', () => {
    const runner = createRunner();
    runner.step({ kind: 'resume', started: true, outbox: [], at: 0 });
    runner.step(live);
    expect(runner.hear(welcome({ status: 'closed', lastSeq: 2 }))).toEqual([]);
    runner.hear(events({ seq: 1, at: 0, kind: 'opened', offered: false }));
    expect(runner.hear(events({ seq: 2, at: 0, kind: 'closed', by: 'visitor' }))).toEqual([
      { do: 'disconnect' },
    ]);
  });
});

describe('a conversation that was closed while a message was on its way, seen by a new page', () => {
  const closedWithMessage = (): ReturnType<typeof createRunner> => {
    const runner = createRunner();
    const outbox = [
      { id: idOf(1), text: 'aangekomen' },
      { id: idOf(2), text: 'niet aangekomen' },
    ];
    runner.step({ kind: 'resume', started: true, outbox, at: 0 });
    runner.step(live);
    return runner;
  };
  const message = { at: 0, kind: 'message', from: 'visitor', author: null } as const;

  it('gives back only what the log does not have, once the log is in', () => {
    const runner = closedWithMessage();
    expect(runner.hear(welcome({ status: 'closed', lastSeq: 3 }))).toEqual([]);
    runner.hear(events({ seq: 1, at: 0, kind: 'opened', offered: false }));
    runner.hear(events({ ...message, seq: 2, id: idOf(1), text: 'aangekomen' }));
    expect(runner.hear(events({ seq: 3, at: 0, kind: 'closed', by: 'operator' }))).toEqual([
      { do: 'give-back', texts: ['niet aangekomen'] },
      { do: 'disconnect' },
    ]);
  });

  it('keeps what a page that is gone left until then, and sends nothing', () => {
    const runner = closedWithMessage();
    runner.hear(welcome({ status: 'closed', lastSeq: 3 }));
    const messages = [{ id: idOf(3), text: 'oud' }];
    expect(runner.step({ kind: 'adopt', messages, kept: [], at: 0 })).toEqual([]);
    expect(runner.step({ kind: 'flush' })).toEqual([]);
    expect(runner.state.outbox.entries).toHaveLength(3);
  });
});

describe('[T3] a server that cannot store', () => {
  it('is known until it says otherwise, or a new line is greeted', () => {
    const runner = openLine();
    runner.hear({ type: 'service', storing: false });
    expect(runner.state.storing).toBe(false);
    runner.hear({ type: 'service', storing: true });
    expect(runner.state.storing).toBe(true);
    runner.hear({ type: 'service', storing: false });
    runner.hear(welcome());
    expect(runner.state.storing).toBe(true);
  });
});

/** The server of the protocol in a few lines: numbers, stores once, acks, tells. */
function createServer() {
  const log: ConversationEvent[] = [{ seq: 1, at: 0, kind: 'opened', offered: false }];
  const lastN = new Map<string, number>();
  return {
    log,
    greet: (device: string): ToVisitorFrame =>
      welcome({ lastSeq: log.length, lastN: lastN.get(device) ?? 0 }),
    answer(device: string, frame: VisitorFrame): ToVisitorFrame[] {
      if (frame.type === 'pull') return [{ type: 'events', events: log.slice(frame.after), more: false }];
      if (frame.type !== 'send') return [];
      const { id, n, text } = frame;
      const known = log.find((event) => event.kind === 'message' && event.id === id);
      const expected = (lastN.get(device) ?? 0) + 1;
      if (known === undefined && n !== expected)
        return [{ type: 'nack', id, n, reason: 'expected', expected }];
      if (known === undefined) {
        lastN.set(device, n);
        log.push({ seq: log.length + 1, at: 0, kind: 'message', id, from: 'visitor', author: null, text });
      }
      const seq = known?.seq ?? log.length;
      return [{ type: 'ack', id, n, seq, at: 0 }, events(...log.slice(seq - 1, seq))];
    },
  };
}

type Act = 'write' | 'deliver' | 'hear' | 'lose' | 'connect' | 'reload' | 'search';
const often: readonly Act[] = ['write', 'deliver', 'hear'];
const acts = fc.array(fc.constantFrom<Act>(...often, ...often, 'lose', 'connect', 'reload', 'search'), {
  maxLength: 120,
});

describe('[I1 I2 I4 I6] over lines and pages that come and go', () => {
  it('every message arrives once, in the order in which it was written', () => {
    fc.assert(fc.property(acts, playStory), { numRuns: 400 });
  });
});

function playStory(story: readonly Act[]): void {
  const server = createServer();
  let runner = createRunner();
  runner.step({ kind: 'resume', started: true, outbox: [], at: 0 });
  /** What the device will tell when it is searched: the older half of what was unsent. */
  let shelf: OutboxEntry[] = [];
  let device = 0;
  let written = 0;
  let up: VisitorFrame[] = [];
  let down: ToVisitorFrame[] = [];

  const take = (effects: readonly ConversationEffect[]): void => {
    if (runner.state.line !== 'live') return;
    for (const effect of effects) if (effect.do === 'send') up.push(effect.frame);
  };
  const lose = (): void => {
    up = [];
    down = [];
    runner.step(lost);
  };
  const play: Record<Act, () => void> = {
    write: () => take(runner.step(write(++written))),
    deliver: () => {
      const frame = up.shift();
      if (frame !== undefined) down.push(...server.answer(String(device), frame));
    },
    hear: () => {
      const frame = down.shift();
      if (frame !== undefined) take(runner.hear(frame));
    },
    lose,
    connect: () => {
      if (runner.state.line === 'live') return;
      const { lastSeq } = runner.state.log;
      runner.step(live);
      const greeting = server.greet(String(device));
      down = [events(...server.log.slice(lastSeq))];
      take(runner.hear(greeting));
    },
    reload: () => {
      lose();
      device += 1;
      const unsent = runner.state.outbox.entries.filter(
        ({ state }) => state === 'queued' || state === 'sent',
      );
      const kept = [...shelf, ...unsent];
      shelf = kept.slice(0, Math.ceil(kept.length / 2));
      runner = createRunner();
      runner.step({ kind: 'resume', started: true, outbox: kept.slice(shelf.length), at: 0 });
    },
    search: () => {
      const kept = shelf.map(({ id }) => id);
      take(runner.step({ kind: 'adopt', messages: shelf, kept, at: 0 }));
      shelf = [];
    },
  };
  for (const act of story) play[act]();
  lose();
  play.search();
  play.connect();
  for (let turns = 0; up.length + down.length > 0 && turns < 10_000; turns += 1) {
    play.deliver();
    play.hear();
  }
  const texts = server.log.flatMap((event) => (event.kind === 'message' ? [event.text] : []));
  expect(texts).toEqual(Array.from({ length: written }, (_, index) => `tekst ${index + 1}`));
  expect(runner.state.log.events).toEqual(server.log);
  expect(runner.state.outbox.entries).toEqual([]);
}
