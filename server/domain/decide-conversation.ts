// The rules of one conversation: state + command -> events and next state, or a refusal. Rule numbers: protocol/SPEC.md.
import type { ConversationEvent, NackReason, RefusalReason } from '#protocol';
import {
  type AppendCommand,
  type Conversation,
  type ConversationCommand,
  LEASE_MS,
  type OperatorRef,
  RESERVATION_MS,
} from './conversation.ts';
import { noteBeside } from './note-beside.ts';
import { frontOfQueue } from './queue.ts';
import { mindSilence } from './silence.ts';
import { addUnread, dropRead } from './unread.ts';

/** What the log knows about the command: loaded by the store, so that the rules stay pure. */
export interface Known {
  /** Highest n of this device. */
  lastN: number;
  /** The message with the same id, if the log has one. */
  duplicate: { seq: number; at: number; same: boolean } | null;
  /** Its writer was told `outdated` (M10). */
  isGivenBack: boolean;
  /** Oldest `waitingSince` of the organisation's queue. */
  oldestWaiting: number | null;
}

export interface Refusal {
  reason: NackReason | RefusalReason;
  expected?: number;
  retryMs?: number;
  /** Who has it, where that is the reason. */
  assignee?: string;
}

export type Decision =
  | { ok: true; events: readonly ConversationEvent[]; next: Conversation; lastN?: number; ack?: Ack }
  /** `givesBack`: the writer gets the text back, so this id is never stored. */
  | { ok: false; refusal: Refusal; givesBack?: true };

interface Ack {
  seq: number;
  at: number;
}

const NOTHING_KNOWN: Known = { lastN: 0, duplicate: null, isGivenBack: false, oldestWaiting: null };

function refuse(reason: Refusal['reason'], expected?: number): Decision {
  return { ok: false, refusal: expected === undefined ? { reason } : { reason, expected } };
}

/** Somebody else has it, or nobody: told with the name that the decision went by (A1, M7). */
function refuseTo(reason: 'already-taken' | 'not-assignee', { assignee }: Conversation): Decision {
  return { ok: false, refusal: assignee === null ? { reason } : { reason, assignee: assignee.name } };
}

export interface Opening {
  offered: boolean;
  context: Conversation['context'];
  reservedFor: number | null;
}

export function openConversation(
  opening: Opening,
  now: number,
): { event: ConversationEvent; next: Conversation } {
  const { offered, context, reservedFor } = opening;
  const next: Conversation = {
    status: 'waiting',
    openedAt: now,
    waitingSince: now,
    aloneSince: now,
    offered,
    assignee: null,
    assignmentEpoch: 0,
    leaseUntil: null,
    reservation: reservedFor === null ? null : { operator: reservedFor, until: now + RESERVATION_MS },
    context,
    callBack: null,
    introduction: null,
    formEndsAt: null,
    lastSeq: 1,
    lastMessage: null,
    unread: [],
    visitorRead: 0,
    operatorRead: 0,
    heardAt: now,
    warning: null,
  };
  return { event: { seq: 1, at: now, kind: 'opened', offered }, next };
}

export function decideConversation(
  state: Conversation,
  command: ConversationCommand,
  now: number,
  known: Known = NOTHING_KNOWN,
): Decision {
  switch (command.do) {
    case 'append':
      return append(state, command, now, known);
    case 'take':
      return take(state, command.by, now);
    case 'take-over':
      return takeOver(state, command, now);
    case 'release':
    case 'finish':
      return leave(state, command, now, known);
    case 'end':
      return end(state, now);
    case 'abandon':
      return abandon(state, now);
    case 'lose-lease':
      return loseLease(state, now, known);
    case 'mind-silence': {
      const next = mindSilence(state, command, now);
      return next === 'ends' ? close(state, 'system', now) : unchanged(next);
    }
    case 'read':
      return read(state, command);
    case 'describe':
    case 'introduce':
    case 'note-form-end':
    case 'ask-call-back':
      return unchanged(isOver(state) ? state : noteBeside(state, command));
  }
}

const isOver = ({ status }: Conversation): boolean => status === 'closed';

function unchanged(next: Conversation): Decision {
  return { ok: true, events: [], next };
}

function holds(state: Conversation, by: { operator: number; assignmentEpoch: number }): boolean {
  return (
    state.status === 'active' &&
    state.assignee?.operator === by.operator &&
    state.assignmentEpoch === by.assignmentEpoch
  );
}

function append(state: Conversation, command: AppendCommand, now: number, known: Known): Decision {
  const { lastN, duplicate, isGivenBack } = known;
  const next = command.n === lastN + 1 ? command.n : lastN;
  // A retry is answered whatever became of the conversation: its message is in the log.
  if (duplicate) {
    if (!duplicate.same) return refuse('id-conflict');
    return { ok: true, events: [], next: state, lastN: next, ack: duplicate };
  }
  if (isGivenBack) return refuse('outdated');
  if (command.n !== lastN + 1) return refuse('expected', lastN + 1);
  if (isOver(state)) return refuse('closed');
  if (command.from === 'operator') {
    if (!holds(state, command)) return refuseTo('not-assignee', state);
    if (isOutdated(state, command.seenSeq)) return giveBackText();
  }
  const seq = state.lastSeq + 1;
  const { id, from, text } = command;
  const author = command.from === 'operator' ? command.author : null;
  return {
    ok: true,
    events: [{ seq, at: now, kind: 'message', id, from, author, text }],
    next: {
      ...state,
      lastSeq: seq,
      lastMessage: { from, text, at: now },
      unread: from === 'visitor' ? addUnread(state.unread, seq) : state.unread,
      warning: null,
    },
    lastN: next,
    ack: { seq, at: now },
  };
}

function take(state: Conversation, by: OperatorRef, now: number): Decision {
  if (isOver(state)) return refuse('closed');
  // Taking twice is one take: the answer to the first may have been lost with the line.
  if (state.status === 'active') {
    return state.assignee?.operator === by.operator ? unchanged(state) : refuseTo('already-taken', state);
  }
  return assign(state, by, now);
}

/** M10: an earlier line may still bring the same message, without `seenSeq`. */
function giveBackText(): Decision {
  return { ok: false, refusal: { reason: 'outdated' }, givesBack: true };
}

/** A7: the citizen wrote what neither this writer nor another operator has seen. */
function isOutdated({ unread }: Conversation, seenSeq: number | undefined): boolean {
  return seenSeq !== undefined && (unread.at(-1)?.to ?? 0) > seenSeq;
}

function takeOver(
  state: Conversation,
  { by, assignmentEpoch }: { by: OperatorRef; assignmentEpoch: number },
  now: number,
): Decision {
  if (isOver(state)) return refuse('closed');
  if (state.status === 'active' && state.assignee?.operator === by.operator) return unchanged(state);
  // Compare-and-set, as with `take`: who acts on what was true a moment ago must look again.
  return state.assignmentEpoch === assignmentEpoch
    ? assign(state, by, now)
    : refuseTo('already-taken', state);
}

function assign(state: Conversation, by: OperatorRef, now: number): Decision {
  const seq = state.lastSeq + 1;
  return {
    ok: true,
    events: [{ seq, at: now, kind: 'assigned', operator: by.name }],
    next: {
      ...state,
      status: 'active',
      assignee: by,
      assignmentEpoch: state.assignmentEpoch + 1,
      leaseUntil: now + LEASE_MS,
      reservation: null,
      lastSeq: seq,
      heardAt: now,
      warning: null,
    },
  };
}

function leave(
  state: Conversation,
  command: { do: 'release' | 'finish'; operator: number; assignmentEpoch: number },
  now: number,
  known: Known,
): Decision {
  if (isOver(state)) return refuse('closed');
  if (!holds(state, command)) return refuseTo('not-assignee', state);
  return command.do === 'finish' ? close(state, 'operator', now) : giveBack(state, 'released', now, known);
}

function end(state: Conversation, now: number): Decision {
  return isOver(state) ? unchanged(state) : close(state, 'visitor', now);
}

function abandon(state: Conversation, now: number): Decision {
  const empty = state.status === 'waiting' && state.lastMessage === null;
  return empty ? close(state, 'system', now) : unchanged(state);
}

function loseLease(state: Conversation, now: number, known: Known): Decision {
  const lost = state.status === 'active' && state.leaseUntil !== null && state.leaseUntil <= now;
  return lost ? giveBack(state, 'lease-lost', now, known) : unchanged(state);
}

function giveBack(
  state: Conversation,
  because: 'released' | 'lease-lost',
  now: number,
  known: Known,
): Decision {
  const seq = state.lastSeq + 1;
  return {
    ok: true,
    events: [{ seq, at: now, kind: 'unassigned', because }],
    next: {
      ...state,
      status: 'waiting',
      waitingSince: frontOfQueue(state.openedAt, known.oldestWaiting),
      aloneSince: now,
      assignee: null,
      assignmentEpoch: state.assignmentEpoch + 1,
      leaseUntil: null,
      lastSeq: seq,
      warning: null,
    },
  };
}

function close(state: Conversation, by: 'visitor' | 'operator' | 'system', now: number): Decision {
  const seq = state.lastSeq + 1;
  return {
    ok: true,
    events: [{ seq, at: now, kind: 'closed', by }],
    next: { ...state, status: 'closed', leaseUntil: null, reservation: null, lastSeq: seq, warning: null },
  };
}

/** Marks only grow, and never beyond what exists. */
function read(state: Conversation, command: { by: 'visitor' | 'operator'; seq: number }): Decision {
  const seq = Math.min(command.seq, state.lastSeq);
  if (command.by === 'visitor') {
    return unchanged(seq > state.visitorRead ? { ...state, visitorRead: seq } : state);
  }
  if (seq <= state.operatorRead) return unchanged(state);
  return unchanged({ ...state, operatorRead: seq, unread: dropRead(state.unread, seq) });
}
