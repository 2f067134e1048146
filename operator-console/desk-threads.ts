// Pure: one conversation of the desk: its draft, what the log brings, what is kept over a reload. Every function gives a new desk or thread.
import type { ToOperatorFrame } from '#protocol';
import { applyEvents } from '#protocol/event-log';
import { enqueue, settle, withdraw } from '#protocol/outbox';
import { type DeskState, EMPTY_THREAD, type KeptThread, type Thread, type View } from './desk-model.ts';
import { noteNews, recountViews } from './desk-view.ts';

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

/** Something that would be lost with it. */
export const hasWords = (thread: Thread): boolean => hasUnsent(thread) || thread.draft.trim() !== '';

/** A draft is begun when it gets its first words. */
export function changeDraft(state: DeskState, conversation: string, draft: string, now: number): DeskState {
  return changeThread(state, conversation, (thread) => {
    if (draft.trim() === '') return { ...thread, draft, draftSince: 0 };
    if (thread.draft.trim() !== '') return { ...thread, draft };
    return { ...thread, draft, draftSince: readBegin(state, conversation), draftAt: now };
  });
}

/** With nothing on the screen yet, the history that comes in next is what the writer goes by. */
function readBegin(state: DeskState, conversation: string): number {
  const { log, serverSeq } = threadOf(state, conversation);
  if (log.lastSeq > 0) return log.lastSeq;
  return Math.max(serverSeq, state.summaries.get(conversation)?.lastSeq ?? 0);
}

export function takeEvents(
  thread: Thread,
  frame: Extract<ToOperatorFrame, { type: 'events' }>,
): { thread: Thread; gap: boolean } {
  const { log, gap } = applyEvents(thread.log, frame.events);
  const ids = new Set(frame.events.flatMap((event) => (event.kind === 'message' ? [event.id] : [])));
  const spoke = frame.events.some((event) => event.kind === 'message' && event.from === 'visitor');
  const next = {
    ...thread,
    log,
    outbox: settle(thread.outbox, ids),
    typing: spoke ? false : thread.typing,
  };
  return { thread: noteNews(recountViews(next)), gap };
}

/** The seq to tell as read, or null when the citizen wrote nothing since. */
export function unreadUpTo(thread: Thread): number | null {
  const last = thread.log.events.findLast((event) => event.kind === 'message' && event.from === 'visitor');
  return last !== undefined && last.seq > thread.toldReadSeq ? thread.log.lastSeq : null;
}

/** Nothing is known of what the writer saw: the fence will refuse it, which is safe. */
const UNSEEN: View = { assignmentEpoch: 0, seenSeq: 0, crosses: false, astray: true };

export const viewOf = ({ writtenUnder }: Thread, id: string): View => writtenUnder[id] ?? UNSEEN;

/** What is unsent, as it stands when its line ends or refuses: it may come into the log, and it crossed with all that came in until now. */
export function viewsAfterTry(thread: Thread): Record<string, View> {
  const { entries, row } = thread.outbox;
  return Object.fromEntries(
    entries.map(({ id, n }) => {
      const { assignmentEpoch, astray, crosses, seenSeq } = viewOf(thread, id);
      const wasCarried = n > 0 || row?.unanswered.includes(id) === true;
      const seen = crosses ? Math.max(seenSeq, thread.log.lastSeq) : seenSeq;
      return [id, { assignmentEpoch, seenSeq: seen, crosses: false, astray: astray || wasCarried }];
    }),
  );
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

/** What was shown as not sent must not go out by itself after a reload: it is kept as text to edit. */
export function keepThread(thread: Thread): KeptThread {
  const failed = thread.outbox.entries.filter((entry) => entry.state === 'failed').map(({ id }) => id);
  const { draft, draftSince, outbox, log } = failed.length > 0 ? takeBack(thread, failed) : thread;
  const views = viewsAfterTry(thread);
  return {
    draft,
    since: draftSince,
    epoch: log.epoch,
    unsent: outbox.entries.map(({ id, text, at }) => {
      const { assignmentEpoch, seenSeq, astray } = views[id] ?? UNSEEN;
      return { id, text, at, under: assignmentEpoch, seen: seenSeq, astray };
    }),
  };
}

export function restoreThread(kept: KeptThread): Thread {
  return {
    ...EMPTY_THREAD,
    log: { ...EMPTY_THREAD.log, epoch: kept.epoch ?? null },
    draft: kept.draft,
    // A tab of an older version kept no view: then nothing counts as seen.
    draftSince: kept.since ?? 0,
    outbox: kept.unsent.reduce(enqueue, EMPTY_THREAD.outbox),
    writtenUnder: Object.fromEntries(
      kept.unsent.map(({ id, under, seen = 0, astray = true }) => [
        id,
        { assignmentEpoch: under, seenSeq: seen, crosses: false, astray },
      ]),
    ),
  };
}
