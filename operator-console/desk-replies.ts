// Pure: what the operator sends: when it goes out, when it must be looked at again first (A7), and when it comes back.
import { LIMITS, type OperatorFrame, type ToOperatorFrame } from '#protocol';
import { acknowledge, enqueue, refuse, takeOutgoing } from '#protocol/outbox';
import type { DeskEffect, DeskState, DeskStep, Thread, View } from './desk-model.ts';
import {
  changeThread,
  hasUnsent,
  isMine,
  takeBack,
  threadOf,
  viewOf,
  viewsAfterTry,
} from './desk-threads.ts';
import { didCitizenSpeakSince, hasNews, hasNewsSince, isCaughtUp, noteNews } from './desk-view.ts';

type Frame<T extends ToOperatorFrame['type']> = Extract<ToOperatorFrame, { type: T }>;

/** Shorter, and words that cross are a conversation: both sides see them in the order of the log. */
const CONSIDERED_MS = 2_000;

/** What is on the screen as the message is sent off. Words can only cross on a line that is up and brought everything. */
function viewNow({ link }: DeskState, thread: Thread, now: number): Omit<View, 'assignmentEpoch'> {
  const { log, draftSince, draftAt } = thread;
  const isCurrent = link.status === 'live' && isCaughtUp(thread);
  return {
    seenSeq: isCurrent ? Math.max(draftSince, log.lastSeq) : log.lastSeq,
    crosses: isCurrent && now - draftAt < CONSIDERED_MS,
    astray: false,
  };
}

export function writeMessage(state: DeskState, conversation: string, id: string, now: number): DeskState {
  const summary = state.summaries.get(conversation);
  const { draft, line } = threadOf(state, conversation);
  const text = draft.trim();
  // A conversation that the server does not know has no line to send on: the words stay in the box.
  const sendable = text.length > 0 && text.length <= LIMITS.messageChars && line !== 'gone';
  if (summary === undefined || !sendable || !isMine(state, conversation)) return state;
  const view = viewNow(state, threadOf(state, conversation), now);
  if (!view.crosses && hasNews(threadOf(state, conversation), state.operator?.name)) {
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
    writtenUnder: { ...viewsOfUnsent(thread), [id]: { assignmentEpoch, ...view } },
  }));
}

const viewsOfUnsent = (thread: Thread): Record<string, View> =>
  Object.fromEntries(thread.outbox.entries.map(({ id }) => [id, viewOf(thread, id)]));

/** Before anything goes out on a line, all that was said meanwhile is in: then what was sent to an older view is known. */
export function flushOutboxes(state: DeskState): DeskStep {
  const effects: DeskEffect[] = [];
  let next = state;
  for (const [id, waiting] of state.threads) {
    if (!hasUnsent(waiting)) continue;
    const isReady = isCaughtUp(waiting) && !waiting.paused && !isHeld(waiting);
    const { thread, frames } = isReady
      ? flushOutbox(id, returnOutdated(state, id, waiting))
      : { thread: waiting, frames: [] };
    effects.push(...frames.map((frame) => ({ do: 'send' as const, frame })));
    next = changeThread(next, id, () => endCrossing(thread));
  }
  return { state: next, effects };
}

/** Until everything on this line is answered, what was refused there may still be said to be in the log (M6). */
const isHeld = ({ outbox: { row } }: Thread): boolean =>
  row !== undefined && row.held !== null && row.unanswered.length > 0;

/**
 * What is surely not in the log is judged here: it comes back when something had happened already as its writer sent it off. What
 * came into the log later than that, nobody could have looked at: such words cross (a server that was away for both). What may have arrived
 * on an earlier line goes again with the view that it was written to: the server knows it by its id, or refuses it (M1, A7). So does
 * what was written under another assignment: the fence is the server's (M7).
 */
function returnOutdated(state: DeskState, conversation: string, thread: Thread): Thread {
  if (!isMine(state, conversation)) return thread;
  const unsent = thread.outbox.entries
    .filter(({ id, state: at }) => at === 'queued' && !viewOf(thread, id).astray)
    .map(({ id, at }) => ({ id, at, ...viewOf(thread, id) }));
  const me = state.operator?.name;
  const isOutdated = unsent.some(
    ({ crosses, seenSeq, at }) => !crosses && hasNewsSince(thread, seenSeq, me, at),
  );
  if (!isOutdated) return letCross(thread, new Set(unsent.map(({ id }) => id)), me);
  const back = takeBack(
    thread,
    unsent.map(({ id }) => id),
  );
  const asked = askToLook(back);
  const seenSeq = Math.min(...unsent.map((view) => view.seenSeq));
  return didCitizenSpeakSince(thread, seenSeq)
    ? { ...asked, notice: { kind: 'outdated', awaited: false } }
    : asked;
}

/** What is new now was not there as these were sent off: the server is told that it may be passed. */
function letCross(thread: Thread, ids: ReadonlySet<string>, me: string | undefined): Thread {
  const { lastSeq } = thread.log;
  const isPassed = ([id, { seenSeq }]: [string, View]) => ids.has(id) && hasNewsSince(thread, seenSeq, me);
  const views = Object.entries(thread.writtenUnder);
  if (!views.some(isPassed)) return thread;
  const seen = views.map(([id, view]) => [id, isPassed([id, view]) ? { ...view, seenSeq: lastSeq } : view]);
  return { ...thread, writtenUnder: Object.fromEntries(seen) };
}

/** What is not on its way crosses with nothing any more: it did not go out at once, or goes again. */
function endCrossing(thread: Thread): Thread {
  const waits = new Set(
    thread.outbox.entries.flatMap(({ id, state }) =>
      state !== 'sent' && viewOf(thread, id).crosses ? [id] : [],
    ),
  );
  if (waits.size === 0) return thread;
  const views = Object.entries(thread.writtenUnder).map(([id, view]) => [
    id,
    waits.has(id) ? { ...view, crosses: false } : view,
  ]);
  return { ...thread, writtenUnder: Object.fromEntries(views) };
}

function flushOutbox(conversation: string, thread: Thread): { thread: Thread; frames: OperatorFrame[] } {
  const { outbox, send } = takeOutgoing(thread.outbox);
  const frames = send.map(({ id, n, text }): OperatorFrame => {
    const { assignmentEpoch, crosses, seenSeq } = viewOf(thread, id);
    const seen = crosses ? undefined : seenSeq;
    return { type: 'send', conversation, id, n, assignmentEpoch, seenSeq: seen, text };
  });
  return { thread: send.length === 0 ? thread : { ...thread, outbox }, frames };
}

export const takeAck = (thread: Thread, frame: Frame<'ack'>): Thread => ({
  ...thread,
  outbox: acknowledge(thread.outbox, frame),
});

export interface TakenNack {
  thread: Thread;
  retryIn: number | null;
}

/** After `not-assignee` or `outdated` everything written under the same assignment is as stale as what was refused. */
export function takeNack(thread: Thread, frame: Frame<'nack'>, me: string | undefined): TakenNack {
  const { reason, assignee = null } = frame;
  const { outbox, retryIn } = refuse(thread.outbox, frame);
  // A copy of what was refused for now may still arrive, and be taken: it goes again for the server to judge.
  const views = viewsAfterTry(thread);
  const next = { ...thread, outbox, writtenUnder: views, paused: retryIn !== null && retryIn > 0 };
  if (reason !== 'not-assignee' && reason !== 'outdated') return { thread: next, retryIn };
  const under = thread.writtenUnder[frame.id]?.assignmentEpoch;
  const stale = outbox.entries.filter(
    (entry) => entry.state !== 'stored' && thread.writtenUnder[entry.id]?.assignmentEpoch === under,
  );
  const back = takeBack(
    next,
    stale.map((entry) => entry.id),
  );
  if (reason === 'outdated') {
    return { thread: noteNews({ ...back, notice: { kind: 'outdated', awaited: true } }), retryIn };
  }
  const kept = { ...back, notice: { kind: 'kept-as-draft' as const, assignee } };
  return { thread: assignee !== null && assignee === me ? askToLook(back) : kept, retryIn };
}

/** What happened is on the screen, beside the notice: that is the second look. */
const askToLook = (thread: Thread): Thread => ({
  ...thread,
  draftSince: thread.log.lastSeq,
  notice: { kind: 'changed-hands' },
});
