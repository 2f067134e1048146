// PURE. What the citizen's side knows of the conversation, what can happen to it, and what can be asked for in return.
// No run-time import: the panel shows this before the code that runs a conversation is there.
import type { ConversationEvent, ToVisitorFrame, VisitorFrame } from '#protocol';
import type { EventLog } from '#protocol/event-log';
import type { LinkState } from '#protocol/link';
import type { Outbox, OutboxEntry } from '#protocol/outbox';

/** A message that is not stored after this long gets a word and a button: never a silent failure. */
export const LATE_AFTER_MS = 10_000;

export type QueueNews = Extract<ToVisitorFrame, { type: 'queue' }>;

export interface ConversationState {
  /** `starting`: the server has not said yet how the conversation stands. */
  readonly phase: 'none' | 'starting' | 'waiting' | 'active' | 'closed';
  /** Picked up again after a page load: there is a history to fetch. */
  readonly resumed: boolean;
  readonly log: EventLog;
  /** The server's last seq at the latest welcome; up to there, we are reading history. */
  readonly historySeq: number;
  readonly outbox: Outbox;
  /** Ids of what the citizen wrote and the log does not show yet, from earlier pages of this tab too. */
  readonly owed: readonly string[];
  /** Ids that stand on the device, in whichever tab's row. Null: not looked for yet. */
  readonly kept: readonly string[] | null;
  /** What waits here was written after what earlier pages left on the device, so it waits for that; not without end. */
  readonly goesFirst: boolean;
  /** Owed, and neither in the log nor on the device any more. */
  readonly lost: readonly string[];
  readonly operator: string | null;
  readonly operatorHere: boolean;
  readonly operatorTyping: boolean;
  /** How far the operator has read. */
  readonly readSeq: number;
  /** How far the citizen has seen it, on this page, the ones before or in another tab. */
  readonly seenSeq: number;
  /** How far we said so on this page. */
  readonly toldSeq: number;
  /** Answers beyond that. */
  readonly unread: number;
  readonly line: LinkState['status'];
  /** Ids of the citizen's own messages from which a BSN or an IBAN was taken (T5), on their way and in the log. None: absent or empty. */
  readonly masked?: readonly string[];
  /** True from a lost line until the next welcome: one calm state instead of a flicker for each attempt. */
  readonly cut: boolean;
  /** `refused`: the server will not have us. `elsewhere`: goes on in another tab. `gone`: the server does not know it any more. */
  readonly obstacle: null | 'refused' | 'elsewhere' | 'gone';
  readonly ending: boolean;
  /** The citizen was asked whether they are still there: when it ends by itself (W2). */
  readonly silence: { readonly endsAt: number; readonly isAnswered: boolean } | null;
  /** False: the server says that it cannot store anything now (T3). */
  readonly storing: boolean;
  /** What the server told of the waiting; `lateIn` 0 as soon as the norm is over (Q4). None: absent or null. */
  readonly queue?: QueueNews | null;
  /** The session of the form is near its end, or over. Neither: absent or null. */
  readonly formEnd?: FormEnd | null;
  /** Messages written at or before this moment and not stored yet are late. */
  readonly lateBefore: number;
}

/** When the form's own session ends (Y2), in epoch ms of this device. */
export interface FormEnd {
  readonly endsAt: number;
  readonly isOver: boolean;
}

/** Nothing was said, on either side. */
export const isNew = ({ log, outbox }: ConversationState): boolean =>
  outbox.entries.length === 0 && log.events.every(({ kind }) => kind === 'opened');

export const NO_CONVERSATION: ConversationState = {
  phase: 'none',
  resumed: false,
  log: { epoch: null, lastSeq: 0, events: [] },
  historySeq: 0,
  outbox: { lastN: 0, entries: [] },
  owed: [],
  kept: [],
  goesFirst: false,
  lost: [],
  operator: null,
  operatorHere: false,
  operatorTyping: false,
  readSeq: 0,
  seenSeq: 0,
  toldSeq: 0,
  unread: 0,
  line: 'idle',
  cut: false,
  obstacle: null,
  ending: false,
  silence: null,
  storing: true,
  lateBefore: -1,
};

interface Written {
  id: string;
  text: string;
}

export type ConversationInput =
  | { kind: 'begin'; owed?: readonly string[] }
  | {
      kind: 'resume';
      started: boolean;
      outbox: readonly Written[];
      owed?: readonly string[];
      seen?: number;
      at: number;
    }
  /** Searching the device takes long: what waits here goes out without what may stand there. */
  | { kind: 'searched-long' }
  /** The device was searched. `messages`: what pages that are gone left unsent. `kept`: all ids that stand there. */
  | { kind: 'adopt'; messages: readonly Written[]; kept: readonly string[]; at: number }
  /** What one request told while the line was not there yet. */
  | { kind: 'tail'; frames: readonly ToVisitorFrame[] }
  | { kind: 'started' }
  | { kind: 'start-refused' }
  | { kind: 'write'; id: string; text: string; at: number }
  | { kind: 'line'; line: LinkState }
  | { kind: 'frame'; frame: ToVisitorFrame }
  | { kind: 'norm-over' }
  | { kind: 'flush' }
  | { kind: 'seen' }
  | { kind: 'seen-elsewhere'; upTo: number }
  | { kind: 'end' }
  /** Any act that shows that the citizen is there. */
  | { kind: 'stay' }
  | { kind: 'form-end'; end: FormEnd | null }
  | { kind: 'retry' }
  | { kind: 'clock'; now: number };

export type ConversationEffect =
  /** Tell the server that there is a conversation. */
  | { do: 'start' }
  | { do: 'connect' }
  | { do: 'disconnect' }
  /** Try now what waits for its turn. */
  | { do: 'wake' }
  | { do: 'send'; frame: VisitorFrame }
  | { do: 'flush-later'; ms: number }
  /** Say then that the norm is over. */
  | { do: 'norm-later'; ms: number }
  /** The conversation ended before these arrived: they are the citizen's to use again. */
  | { do: 'give-back'; texts: readonly string[] }
  | { do: 'news'; events: readonly ConversationEvent[] };

export interface Step {
  state: ConversationState;
  effects: readonly ConversationEffect[];
}

export const isUnsent = (entry: OutboxEntry): boolean => entry.state === 'queued' || entry.state === 'sent';

export const isLate = (state: ConversationState, entry: OutboxEntry): boolean =>
  isUnsent(entry) && entry.at <= state.lateBefore;
