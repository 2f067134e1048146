// What the desk knows: the shapes that the pure reducer works on. Data only.
import type {
  ContactSummary,
  ConversationSummary,
  OperatorFrame,
  OperatorStatus,
  RefusalReason,
  SessionInfo,
  ToOperatorFrame,
} from '#protocol';
import { EMPTY_LOG, type EventLog } from '#protocol/event-log';
import type { LinkState } from '#protocol/link';
import { EMPTY_OUTBOX, type Outbox } from '#protocol/outbox';

export type ThreadAction = 'take' | 'take-over' | 'release' | 'finish';

/** Something the operator must know about one conversation; stays until it is read or overtaken. */
export type ThreadNotice =
  | { kind: 'refused'; action: ThreadAction; reason: RefusalReason; assignee: string | null }
  | { kind: 'kept-as-draft'; assignee: string | null }
  /** It was this operator's and is not any more, by no act of this operator. */
  | { kind: 'lost'; assignee: string | null }
  /** The draft waits for a second look: something happened since it was begun. */
  | { kind: 'look-first' }
  /** It came back: the citizen wrote something newer (A7). `awaited`: the server knows what, and it did not come in yet. */
  | { kind: 'outdated'; awaited: boolean }
  /** It came back: the conversation was not this operator's for a while, and is again. */
  | { kind: 'changed-hands' };

/** What the writer of a message had before them. */
export interface View {
  readonly assignmentEpoch: number;
  /** The newest event on the screen when the message was sent off (A7). */
  readonly seenSeq: number;
  /** Dashed off, and on its way at once on a line that is up: it may cross with what comes in there (A7). */
  readonly crosses: boolean;
  /** It was on a line that ended: it may be in the log, or still come there. Only the server can tell. */
  readonly astray: boolean;
}

/** One conversation as this console follows it. */
export interface Thread {
  readonly log: EventLog;
  /** What was read of another history (R5), until the present one is in and views can be counted in it. */
  readonly formerLog: EventLog | null;
  readonly outbox: Outbox;
  /** Message id -> what the writer knew: the fence must judge that, not what is known today (M7, A7). */
  readonly writtenUnder: Readonly<Record<string, View>>;
  readonly draft: string;
  /** The last event that was there when the draft was begun, or when the writer looked again; 0 without a draft. */
  readonly draftSince: number;
  /** Epoch ms at which the draft was begun. */
  readonly draftAt: number;
  /** `asked`: a follow is on its way. `open`: events come in. `gone`: the server does not know it. */
  readonly line: 'none' | 'asked' | 'open' | 'gone';
  /** The server's last seq when the line opened: until our log has it, history is still coming. */
  readonly serverSeq: number;
  readonly citizenReadSeq: number;
  /** How far we told the server that the operator has read. */
  readonly toldReadSeq: number;
  readonly typing: boolean;
  readonly asking: ThreadAction | null;
  /** The assignment epoch under which it was asked. */
  readonly askedUnder: number;
  /** The line on which it was asked made way for another one. */
  readonly askAgain: boolean;
  /** The server asked to wait before the outbox goes out again. */
  readonly paused: boolean;
  readonly notice: ThreadNotice | null;
}

export interface DeskState {
  readonly link: LinkState;
  /** `fresh`: the lists came over the present line. `stale`: they are from before it broke. */
  readonly lists: 'none' | 'stale' | 'fresh';
  /** False: the server says that it cannot store anything now (T3). */
  readonly storing: boolean;
  readonly operator: SessionInfo['operator'] | null;
  readonly organisation: string;
  readonly epoch: string | null;
  readonly status: OperatorStatus | null;
  /** Chosen by the operator, not yet confirmed by the server. */
  readonly wantedStatus: OperatorStatus | null;
  /** Server time minus ours, in ms. */
  readonly clockAhead: number;
  readonly summaries: ReadonlyMap<string, ConversationSummary>;
  readonly threads: ReadonlyMap<string, Thread>;
  readonly selected: string | null;
  /** Call-back requests that are not done, as far as the server told them. */
  readonly contacts: ReadonlyMap<string, ContactSummary>;
  /** How many there are in all. */
  readonly contactsOpen: number;
  readonly chosenContact: string | null;
  /** The window is visible and has focus. */
  readonly attentive: boolean;
  /** Where the keyboard should go after the last change, until a view took it there. */
  readonly focus: 'composer' | 'lists' | 'contacts' | null;
}

export type DeskInput =
  | { type: 'link'; link: LinkState }
  | { type: 'frame'; frame: ToOperatorFrame; now: number }
  | { type: 'select'; conversation: string | null }
  | { type: 'draft'; conversation: string; text: string; now: number }
  | { type: 'write'; conversation: string; id: string; now: number }
  | { type: 'withdraw'; conversation: string; id: string }
  | { type: 'ask'; action: ThreadAction; conversation: string }
  | { type: 'status'; status: OperatorStatus }
  | { type: 'attention'; on: boolean }
  | { type: 'flush'; conversation: string }
  | { type: 'typing-faded'; conversation: string }
  | { type: 'dismiss'; conversation: string }
  | { type: 'discard'; conversation: string }
  | { type: 'focused' }
  | { type: 'choose-contact'; contact: string | null }
  /** This operator is done with it, or gave it back: the keyboard goes on at the list. */
  | { type: 'contact-left' };

/** What has to be done outside the reducer. */
export type DeskEffect =
  | { do: 'send'; frame: OperatorFrame }
  | { do: 'flush-later'; conversation: string; inMs: number }
  /** A sentence for the screen reader, and unless the operator is looking at it, a sound and a desktop notice. */
  | { do: 'tell'; news: 'waiting' | 'message' | 'lost' | 'contact'; conversation: string; seen: boolean };

/** The next desk, and what has to be done. */
export interface DeskStep {
  state: DeskState;
  effects: DeskEffect[];
}

/** What a tab keeps over a reload, for each conversation: the draft and what is not surely in the log. */
export interface KeptThread {
  draft: string;
  since: number;
  /** Of the history in which `since` and `seen` count. */
  epoch?: string | null;
  unsent: readonly { id: string; text: string; at: number; under: number; seen?: number; astray?: boolean }[];
}

export const EMPTY_THREAD: Thread = {
  log: EMPTY_LOG,
  formerLog: null,
  outbox: EMPTY_OUTBOX,
  writtenUnder: {},
  draft: '',
  draftSince: 0,
  draftAt: 0,
  line: 'none',
  serverSeq: 0,
  citizenReadSeq: 0,
  toldReadSeq: 0,
  typing: false,
  asking: null,
  askedUnder: 0,
  askAgain: false,
  paused: false,
  notice: null,
};

export const EMPTY_DESK: DeskState = {
  link: { status: 'idle' },
  lists: 'none',
  storing: true,
  operator: null,
  organisation: '',
  epoch: null,
  status: null,
  wantedStatus: null,
  clockAhead: 0,
  summaries: new Map(),
  threads: new Map(),
  selected: null,
  contacts: new Map(),
  contactsOpen: 0,
  chosenContact: null,
  attentive: false,
  focus: null,
};
