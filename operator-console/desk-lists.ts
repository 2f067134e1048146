// Pure: what the lists, the title and the norm colours show of a desk.
import type { ConversationSummary } from '#protocol';
import type { DeskState, Thread } from './desk-model.ts';
import { hasWords, isMine } from './desk-threads.ts';

export type Norm = 'calm' | 'soon' | 'late';

/** Half of the norm and the norm itself. A citizen in a chat expects a person within two minutes; norms per organisation come with the supervisors' board. */
const SOON_AFTER_MS = 60_000;
const LATE_AFTER_MS = 120_000;

export function judgeWait(waitedMs: number): Norm {
  if (waitedMs >= LATE_AFTER_MS) return 'late';
  return waitedMs >= SOON_AFTER_MS ? 'soon' : 'calm';
}

/** The server sets `waitingSince` so that who lost their operator comes first (A3). */
export function queueOf(state: DeskState): ConversationSummary[] {
  return [...state.summaries.values()]
    .filter((one) => one.status === 'waiting')
    .sort((a, b) => a.waitingSince - b.waitingSince);
}

/** In the order in which they began, so that nothing jumps under the pointer. */
export function mineOf(state: DeskState): ConversationSummary[] {
  return [...state.summaries.values()]
    .filter((one) => isMine(state, one.id))
    .sort((a, b) => a.openedAt - b.openedAt);
}

/** With colleagues, the longest talk first; for who may take over. */
export function othersOf(state: DeskState): ConversationSummary[] {
  return [...state.summaries.values()]
    .filter((one) => one.status === 'active' && !isMine(state, one.id))
    .sort((a, b) => a.openedAt - b.openedAt);
}

/** A conversation that is not this operator's any more, and why it is still in the list. */
export interface Left {
  conversation: string;
  /** `taken` and `returned`: lost, and not looked at since. `ended`, `with` a colleague, `unknown` to the server: for its words. */
  why: 'taken' | 'returned' | 'ended' | 'with' | 'unknown';
  /** The colleague who has it. */
  by: string | null;
  /** It holds words of this operator, which nobody will get. */
  words: boolean;
}

export function leftOf(state: DeskState): Left[] {
  return [...state.threads].flatMap(([conversation, thread]) => {
    const left = state.selected === conversation ? null : readLeft(state, conversation, thread);
    return left === null ? [] : [{ conversation, ...left }];
  });
}

function readLeft(state: DeskState, conversation: string, thread: Thread): Omit<Left, 'conversation'> | null {
  const summary = state.summaries.get(conversation);
  const { notice, line } = thread;
  const by = summary?.assignee?.name ?? null;
  const isOver = summary === undefined ? line === 'gone' : summary.status === 'closed';
  const words =
    hasWords(thread) && (isOver || (summary?.status === 'active' && !isMine(state, conversation)));
  if (isOver) return words ? { why: summary === undefined ? 'unknown' : 'ended', by: null, words } : null;
  if (notice?.kind === 'lost') {
    const { assignee } = notice;
    return { why: assignee === null ? 'returned' : 'taken', by: assignee, words };
  }
  return words ? { why: 'with', by, words } : null;
}

export const mayTakeOver = (state: DeskState): boolean => state.operator?.role === 'supervisor';

/** What is on the screen of an attentive operator is read, also before the server says so. */
export function unreadOf(state: DeskState, summary: ConversationSummary): number {
  return state.attentive && state.selected === summary.id ? 0 : summary.unread;
}

/** How many things ask for this operator: the number in the title. */
export function countWaiting(state: DeskState): number {
  return queueOf(state).length + mineOf(state).filter((one) => unreadOf(state, one) > 0).length;
}
