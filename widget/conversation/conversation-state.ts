// PURE. What the citizen's side knows of the conversation, what can happen to it, and what can be asked for in return.

import type { ConversationEvent, ToVisitorFrame, VisitorFrame } from '#protocol';
import { EMPTY_LOG, type EventLog } from '#protocol/event-log';
import type { LinkState } from '#protocol/link';
import { EMPTY_OUTBOX, type Outbox, type OutboxEntry, refuse, takeOutgoing } from '#protocol/outbox';

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

export const stay = (state: ConversationState): Step => ({ state, effects: [] });

/** Sends what may go out now; the wish to end goes last, behind everything that was written. */
export function flush(state: ConversationState): Step {
  if (state.line !== 'live' || state.held) return stay(state);
  const { outbox, send } = takeOutgoing(state.outbox);
  const frames = send.map(
    ({ id, n, text }): ConversationEffect => ({ do: 'send', frame: { type: 'send', id, n, text } }),
  );
  if (state.ending && !outbox.entries.some(isUnsent)) frames.push({ do: 'send', frame: { type: 'end' } });
  return { state: { ...state, outbox }, effects: frames };
}

export function close(state: ConversationState): ConversationState {
  const outbox = state.outbox.entries
    .filter(isUnsent)
    .reduce((box, { id }) => refuse(box, { id, reason: 'closed' }).outbox, state.outbox);
  return { ...state, phase: 'closed', outbox, operatorTyping: false, ending: false, cut: false };
}
