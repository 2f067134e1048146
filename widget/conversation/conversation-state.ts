// PURE. What the citizen's side knows of the conversation, and what has to be done after each thing that happens.

import type { ConversationEvent, ToVisitorFrame, VisitorFrame } from '#protocol';
import { CLOSE } from '#protocol';
import { adoptEpoch, applyEvents, EMPTY_LOG, type EventLog } from '#protocol/event-log';
import type { LinkState } from '#protocol/link';
import {
  acknowledge,
  EMPTY_OUTBOX,
  enqueue,
  type Outbox,
  type OutboxEntry,
  refuse,
  rewind,
  settle,
  takeOutgoing,
  withdraw,
} from '#protocol/outbox';

/** A message that is not stored after this long gets a word and a button: never a silent failure. */
export const LATE_AFTER_MS = 10_000;

export interface ConversationState {
  /** `starting`: the server has not said yet how the conversation stands. */
  readonly phase: 'none' | 'starting' | 'waiting' | 'active' | 'closed';
  /** Picked up again after a page load: there is a history to fetch. */
  readonly resumed: boolean;
  readonly log: EventLog;
  /** The server's last seq at the latest welcome; below it, we are still reading history. */
  readonly historySeq: number;
  readonly outbox: Outbox;
  readonly operator: string | null;
  readonly operatorHere: boolean;
  readonly operatorTyping: boolean;
  /** How far the operator has read. */
  readonly readSeq: number;
  /** How far we said that the citizen has read. */
  readonly seenSeq: number;
  readonly line: LinkState['status'];
  /** True from a lost line until the next welcome: one calm state instead of a flicker for each attempt. */
  readonly cut: boolean;
  /** `refused`: the server will not have us. `elsewhere`: goes on in another tab. `gone`: the server does not know it any more. */
  readonly obstacle: null | 'refused' | 'elsewhere' | 'gone';
  readonly ending: boolean;
  /** The server asked to wait before the next try. */
  readonly held: boolean;
  /** Where we asked for a missing piece of the log. */
  readonly pulledAfter: number | null;
  /** Messages written at or before this moment and not stored yet are late. */
  readonly lateBefore: number;
}

export const NO_CONVERSATION: ConversationState = {
  phase: 'none',
  resumed: false,
  log: EMPTY_LOG,
  historySeq: 0,
  outbox: EMPTY_OUTBOX,
  operator: null,
  operatorHere: false,
  operatorTyping: false,
  readSeq: 0,
  seenSeq: 0,
  line: 'idle',
  cut: false,
  obstacle: null,
  ending: false,
  held: false,
  pulledAfter: null,
  lateBefore: Number.NEGATIVE_INFINITY,
};

export type ConversationInput =
  | { kind: 'begin' }
  | {
      kind: 'resume';
      started: boolean;
      outbox: readonly { id: string; text: string }[];
      at: number;
    }
  | { kind: 'started' }
  | { kind: 'start-refused' }
  | { kind: 'write'; id: string; text: string; at: number }
  | { kind: 'withdraw'; id: string }
  | { kind: 'line'; line: LinkState }
  | { kind: 'frame'; frame: ToVisitorFrame }
  | { kind: 'flush' }
  | { kind: 'seen' }
  | { kind: 'operator-quiet' }
  | { kind: 'end' }
  | { kind: 'retry' }
  | { kind: 'clock'; now: number };

export type ConversationEffect =
  /** Tell the server that there is a conversation; `anew` with a new secret, because it does not know the old one. */
  | { do: 'start'; anew: boolean }
  | { do: 'connect' }
  | { do: 'disconnect' }
  /** Try now what waits for its turn. */
  | { do: 'wake' }
  | { do: 'send'; frame: VisitorFrame }
  | { do: 'flush-later'; ms: number }
  | { do: 'news'; events: readonly ConversationEvent[] };

export interface Step {
  state: ConversationState;
  effects: readonly ConversationEffect[];
}

export const isUnsent = (entry: OutboxEntry): boolean => entry.state === 'queued' || entry.state === 'sent';

export const isLate = (state: ConversationState, entry: OutboxEntry): boolean =>
  isUnsent(entry) && entry.at <= state.lateBefore;

const stay = (state: ConversationState): Step => ({ state, effects: [] });

export function stepConversation(state: ConversationState, input: ConversationInput): Step {
  switch (input.kind) {
    case 'begin':
      return begin(state);
    case 'resume':
      return resume(input);
    case 'started':
      return {
        state: { ...state, phase: state.resumed ? 'starting' : 'waiting' },
        effects: [{ do: 'connect' }],
      };
    case 'start-refused':
      return stay({ ...state, obstacle: 'refused' });
    case 'write':
      return write(state, input);
    case 'withdraw':
      return stay({ ...state, outbox: withdraw(state.outbox, input.id) });
    case 'line':
      return changeLine(state, input.line);
    case 'frame':
      return receive(state, input.frame);
    case 'flush':
      return flush({ ...state, held: false });
    case 'seen':
      return markSeen(state);
    case 'operator-quiet':
      return stay({ ...state, operatorTyping: false });
    case 'end':
      return flush({ ...state, ending: true });
    case 'retry':
      return retry(state);
    case 'clock':
      return stay({ ...state, lateBefore: input.now - LATE_AFTER_MS });
  }
}

function begin(state: ConversationState): Step {
  if (state.phase !== 'none') return stay(state);
  return { state: { ...state, phase: 'starting' }, effects: [{ do: 'start', anew: false }] };
}

function resume(input: Extract<ConversationInput, { kind: 'resume' }>): Step {
  const outbox = input.outbox.reduce(
    (box, message) => enqueue(box, { ...message, at: input.at }),
    EMPTY_OUTBOX,
  );
  return {
    state: { ...NO_CONVERSATION, phase: 'starting', resumed: true, outbox },
    effects: [input.started ? { do: 'connect' } : { do: 'start', anew: false }],
  };
}

function write(state: ConversationState, message: { id: string; text: string; at: number }): Step {
  if (state.phase === 'closed') return stay(state);
  const { id, text, at } = message;
  const begun = begin({ ...state, outbox: enqueue(state.outbox, { id, text, at }) });
  const flushed = flush(begun.state);
  return { state: flushed.state, effects: [...begun.effects, ...flushed.effects] };
}

/** Sends what may go out now; the wish to end goes last, behind everything that was written. */
function flush(state: ConversationState): Step {
  if (state.line !== 'live' || state.held) return stay(state);
  const { outbox, send } = takeOutgoing(state.outbox);
  const frames = send.map(
    ({ id, n, text }): ConversationEffect => ({ do: 'send', frame: { type: 'send', id, n, text } }),
  );
  if (state.ending && !outbox.entries.some(isUnsent)) frames.push({ do: 'send', frame: { type: 'end' } });
  return { state: { ...state, outbox }, effects: frames };
}

function changeLine(state: ConversationState, line: LinkState): Step {
  if (line.status === 'stopped') return stopLine({ ...state, line: 'stopped' }, line.code);
  // Live comes just before its welcome is received: the outbox moves there.
  const cut = line.status === 'waiting' || (state.cut && line.status !== 'live');
  return stay({ ...state, line: line.status, cut, operatorTyping: false });
}

function stopLine(state: ConversationState, code: number): Step {
  if (code === CLOSE.conversationClosed) return stay(close(state));
  if (code === CLOSE.replaced) return stay({ ...state, obstacle: 'elsewhere' });
  if (code !== CLOSE.tokenInvalid) return stay({ ...state, obstacle: 'refused' });
  return startAnewOrGiveUp(state);
}

/** The server does not know this conversation (its data was purged or put back): what was written still has to arrive, once. */
function startAnewOrGiveUp(state: ConversationState): Step {
  const unsent = state.outbox.entries.filter(isUnsent);
  if (unsent.length === 0 || state.obstacle === 'gone') {
    return stay(close({ ...state, obstacle: 'gone' }));
  }
  const outbox = rewind({ lastN: 0, entries: unsent }, 0);
  const fresh = { ...NO_CONVERSATION, phase: 'starting', lateBefore: state.lateBefore } as const;
  return { state: { ...fresh, outbox, obstacle: 'gone' }, effects: [{ do: 'start', anew: true }] };
}

function close(state: ConversationState): ConversationState {
  const outbox = state.outbox.entries
    .filter(isUnsent)
    .reduce((box, { id }) => refuse(box, { id, reason: 'closed' }).outbox, state.outbox);
  return { ...state, phase: 'closed', outbox, operatorTyping: false, ending: false, cut: false };
}

function receive(state: ConversationState, frame: ToVisitorFrame): Step {
  switch (frame.type) {
    case 'welcome':
      return welcome(state, frame);
    case 'events':
      return follow(state, frame);
    case 'ack':
      return flush({ ...state, outbox: acknowledge(state.outbox, frame) });
    case 'nack': {
      const { outbox, retryIn } = refuse(state.outbox, frame);
      if (retryIn === null || retryIn === 0) return flush({ ...state, outbox });
      return { state: { ...state, outbox, held: true }, effects: [{ do: 'flush-later', ms: retryIn }] };
    }
    case 'typing':
      return stay({ ...state, operatorTyping: frame.on });
    case 'read':
      return stay({ ...state, readSeq: Math.max(state.readSeq, frame.seq) });
    case 'presence':
      return stay({ ...state, operatorHere: frame.here });
    case 'heartbeat':
    case 'drain':
      return stay(state);
  }
}

function welcome(state: ConversationState, frame: Extract<ToVisitorFrame, { type: 'welcome' }>): Step {
  const log = adoptEpoch(state.log, frame.epoch, frame.lastSeq);
  const next: ConversationState = {
    ...state,
    log,
    historySeq: frame.lastSeq,
    phase: frame.status,
    outbox: rewind(state.outbox, frame.lastN),
    operator: frame.operator,
    operatorHere: frame.operatorHere,
    operatorTyping: false,
    readSeq: log === state.log ? Math.max(state.readSeq, frame.readSeq) : frame.readSeq,
    seenSeq: Math.min(state.seenSeq, log.lastSeq),
    line: 'live',
    cut: false,
    obstacle: null,
    held: false,
    pulledAfter: null,
  };
  return frame.status === 'closed' ? finish(close(next)) : flush(next);
}

/** A closed conversation needs no line, once its history is in. */
function finish(state: ConversationState): Step {
  const complete = state.phase === 'closed' && state.log.lastSeq >= state.historySeq;
  return { state, effects: complete ? [{ do: 'disconnect' }] : [] };
}

function follow(state: ConversationState, frame: Extract<ToVisitorFrame, { type: 'events' }>): Step {
  const { log, gap } = applyEvents(state.log, frame.events);
  const added = log.events.slice(state.log.events.length);
  const ids = new Set(added.flatMap((event) => (event.kind === 'message' ? [event.id] : [])));
  const told: ConversationState = { ...state, log, outbox: settle(state.outbox, ids) };
  const news = added.filter((event) => event.seq > state.historySeq);
  const { state: next, effects } = finish(news.reduce(applyNews, told));
  const missing = (gap || frame.more) && next.pulledAfter !== log.lastSeq;
  return {
    state: missing ? { ...next, pulledAfter: log.lastSeq } : next,
    effects: [
      ...(missing ? [{ do: 'send', frame: { type: 'pull', after: log.lastSeq } } as const] : []),
      ...(news.length > 0 ? [{ do: 'news', events: news } as const] : []),
      ...effects,
    ],
  };
}

/** History is summed up in the welcome; only what comes after it changes how things stand. */
function applyNews(state: ConversationState, event: ConversationEvent): ConversationState {
  if (event.kind === 'assigned') {
    return { ...state, phase: 'active', operator: event.operator, operatorHere: true };
  }
  if (event.kind === 'unassigned') {
    return { ...state, phase: 'waiting', operator: null, operatorHere: false, operatorTyping: false };
  }
  if (event.kind === 'closed') return close(state);
  if (event.kind === 'message' && event.from === 'operator') return { ...state, operatorTyping: false };
  return state;
}

function markSeen(state: ConversationState): Step {
  const { lastSeq } = state.log;
  if (state.line !== 'live' || lastSeq <= state.seenSeq) return stay(state);
  return {
    state: { ...state, seenSeq: lastSeq },
    effects: [{ do: 'send', frame: { type: 'read', seq: lastSeq } }],
  };
}

function retry(state: ConversationState): Step {
  const next: ConversationState = { ...state, obstacle: null };
  if (state.line === 'stopped') return { state: next, effects: [{ do: 'connect' }] };
  if (state.obstacle === 'refused') return { state: next, effects: [{ do: 'start', anew: false }] };
  return { state: next, effects: [{ do: 'wake' }] };
}
