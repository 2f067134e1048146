// Pure: what happens to one conversation of the desk. Every function gives a new desk or thread.
import { LIMITS, type OperatorFrame, type ToOperatorFrame } from '#protocol';
import { adoptEpoch, applyEvents, isSameHistory } from '#protocol/event-log';
import { acknowledge, enqueue, refuse, rewind, settle, takeOutgoing, withdraw } from '#protocol/outbox';
import { type DeskState, EMPTY_THREAD, type KeptThread, type Thread } from './desk-model.ts';
import { hasNews, noteNews } from './desk-view.ts';

type Frame<T extends ToOperatorFrame['type']> = Extract<ToOperatorFrame, { type: T }>;

export function threadOf(state: DeskState, conversation: string): Thread {
  return state.threads.get(conversation) ?? EMPTY_THREAD;
}

export function changeThread(
  state: DeskState,
  conversation: string,
  change: Partial<Thread> | ((thread: Thread) => Thread),
): DeskState {
  const thread = threadOf(state, conversation);
  const next = typeof change === 'function' ? change(thread) : { ...thread, ...change };
  if (next === thread) return state;
  return { ...state, threads: new Map(state.threads).set(conversation, next) };
}

export function isMine(state: DeskState, conversation: string): boolean {
  const summary = state.summaries.get(conversation);
  return summary?.status === 'active' && summary.assignee?.id === state.operator?.id;
}

export const hasUnsent = (thread: Thread): boolean => thread.outbox.entries.length > 0;

/** Shorter, and words that cross are a conversation: both sides see them in the order of the log. */
const CONSIDERED_MS = 2_000;

/**
 * What an answer goes by (A7), when it was long in the making and goes out now. What was said while the line was gone is said: it must
 * arrive when the line is back.
 */
function viewOf({ link }: DeskState, { draftSince, draftAt }: Thread, now: number): number | undefined {
  return link.status === 'live' && now - draftAt >= CONSIDERED_MS ? draftSince : undefined;
}

export function writeMessage(state: DeskState, conversation: string, id: string, now: number): DeskState {
  const summary = state.summaries.get(conversation);
  const { draft, line } = threadOf(state, conversation);
  const text = draft.trim();
  // A conversation that the server does not know has no line to send on: the words stay in the box.
  const sendable = text.length > 0 && text.length <= LIMITS.messageChars && line !== 'gone';
  if (summary === undefined || !sendable || !isMine(state, conversation)) return state;
  const view = viewOf(state, threadOf(state, conversation), now);
  if (view !== undefined && hasNews(threadOf(state, conversation), state.operator?.name)) {
    return changeThread(state, conversation, (thread) => ({
      ...thread,
      draftSince: thread.log.lastSeq,
      notice: { kind: 'look-first' },
    }));
  }
  const { assignmentEpoch } = summary;
  return changeThread(state, conversation, (thread) => ({
    ...thread,
    draft: '',
    draftSince: 0,
    notice: null,
    outbox: enqueue(thread.outbox, { id, text, at: now + state.clockAhead }),
    writtenUnder: { ...thread.writtenUnder, [id]: { assignmentEpoch, seenSeq: view } },
  }));
}

/** A draft is begun when it gets its first words. What the server had by then counts, also while it is still coming in. */
export function changeDraft(state: DeskState, conversation: string, draft: string, now: number): DeskState {
  return changeThread(state, conversation, (thread) => {
    if (draft.trim() === '') return { ...thread, draft, draftSince: 0 };
    if (thread.draft.trim() !== '') return { ...thread, draft };
    const told = state.summaries.get(conversation)?.lastSeq ?? 0;
    return {
      ...thread,
      draft,
      draftSince: Math.max(thread.log.lastSeq, thread.serverSeq, told),
      draftAt: now,
    };
  });
}

/** A message that will not be sent any more goes back to where it can be edited. */
export function takeBack(thread: Thread, ids: readonly string[]): Thread {
  const texts = thread.outbox.entries.filter((entry) => ids.includes(entry.id)).map((entry) => entry.text);
  const outbox = ids.reduce(withdraw, thread.outbox);
  const draft = [...texts, thread.draft].filter((text) => text !== '').join('\n');
  const views = ids.flatMap((id) => thread.writtenUnder[id]?.seenSeq ?? []);
  const begun = thread.draft === '' ? [] : [thread.draftSince];
  return { ...thread, outbox, draft, draftSince: Math.min(...views, ...begun, thread.log.lastSeq) };
}

/** The server does not know this conversation: what was still to be sent goes back to the writer. */
export function loseLine(thread: Thread): Thread {
  const ids = thread.outbox.entries.map((entry) => entry.id);
  return { ...takeBack(thread, ids), line: 'gone' };
}

export function openLine(thread: Thread, frame: Frame<'followed'>, epoch: string): Thread {
  return {
    ...thread,
    line: 'open',
    paused: false,
    serverSeq: frame.lastSeq,
    citizenReadSeq: Math.max(thread.citizenReadSeq, frame.readSeq),
    log: adoptEpoch(thread.log, epoch, frame.lastSeq),
    outbox: rewind(thread.outbox, frame.lastN, isSameHistory(thread.log, epoch)),
  };
}

export function takeEvents(thread: Thread, frame: Frame<'events'>): { thread: Thread; gap: boolean } {
  const { log, gap } = applyEvents(thread.log, frame.events);
  const ids = new Set(frame.events.flatMap((event) => (event.kind === 'message' ? [event.id] : [])));
  const spoke = frame.events.some((event) => event.kind === 'message' && event.from === 'visitor');
  const next = {
    ...thread,
    log,
    outbox: settle(thread.outbox, ids),
    typing: spoke ? false : thread.typing,
  };
  return { thread: noteNews(next), gap };
}

export const takeAck = (thread: Thread, frame: Frame<'ack'>): Thread => ({
  ...thread,
  outbox: acknowledge(thread.outbox, frame),
});

/** After `not-assignee` or `outdated` everything written under the same assignment is as stale as what was refused. */
export function takeNack(thread: Thread, frame: Frame<'nack'>): { thread: Thread; retryIn: number | null } {
  const { outbox, retryIn } = refuse(thread.outbox, frame);
  const next = { ...thread, outbox, paused: retryIn !== null && retryIn > 0 };
  if (frame.reason !== 'not-assignee' && frame.reason !== 'outdated') return { thread: next, retryIn };
  const under = thread.writtenUnder[frame.id]?.assignmentEpoch;
  const stale = outbox.entries.filter(
    (entry) => entry.state !== 'stored' && thread.writtenUnder[entry.id]?.assignmentEpoch === under,
  );
  const kept = takeBack(
    next,
    stale.map((entry) => entry.id),
  );
  if (frame.reason === 'outdated') {
    return { thread: noteNews({ ...kept, notice: { kind: 'outdated' } }), retryIn };
  }
  return {
    thread: { ...kept, notice: { kind: 'kept-as-draft', assignee: frame.assignee ?? null } },
    retryIn,
  };
}

/** Nothing is known of what the writer saw: the fence will refuse it, which is safe. */
const UNSEEN = { assignmentEpoch: 0, seenSeq: 0 };

export interface Flushed {
  thread: Thread;
  frames: OperatorFrame[];
}

export function flushOutbox(conversation: string, thread: Thread): Flushed {
  const { outbox, send } = takeOutgoing(thread.outbox);
  if (send.length === 0) return { thread, frames: [] };
  const frames = send.map(({ id, n, text }): OperatorFrame => {
    const { assignmentEpoch, seenSeq } = thread.writtenUnder[id] ?? UNSEEN;
    return { type: 'send', conversation, id, n, assignmentEpoch, seenSeq, text };
  });
  return { thread: { ...thread, outbox }, frames };
}

/** The seq to tell as read, or null when the citizen wrote nothing since. */
export function unreadUpTo(thread: Thread): number | null {
  const last = thread.log.events.findLast((event) => event.kind === 'message' && event.from === 'visitor');
  return last !== undefined && last.seq > thread.toldReadSeq ? thread.log.lastSeq : null;
}

/** What was shown as not sent must not go out by itself after a reload: it is kept as text to edit. */
export function keepThread(thread: Thread): KeptThread {
  const failed = thread.outbox.entries.filter((entry) => entry.state === 'failed').map(({ id }) => id);
  const { draft, draftSince, outbox } = failed.length > 0 ? takeBack(thread, failed) : thread;
  return {
    draft,
    since: draftSince,
    unsent: outbox.entries.map(({ id, text, at }) => ({
      id,
      text,
      at,
      under: thread.writtenUnder[id]?.assignmentEpoch ?? 0,
      seen: thread.writtenUnder[id]?.seenSeq,
    })),
  };
}

export function restoreThread(kept: KeptThread): Thread {
  return {
    ...EMPTY_THREAD,
    draft: kept.draft,
    // A tab of an older version kept no view: then there is nothing to compare with.
    draftSince: kept.since ?? 0,
    outbox: kept.unsent.reduce(enqueue, EMPTY_THREAD.outbox),
    writtenUnder: Object.fromEntries(
      kept.unsent.map(({ id, under, seen }) => [id, { assignmentEpoch: under, seenSeq: seen }]),
    ),
  };
}
