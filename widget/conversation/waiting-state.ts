// PURE. What the citizen is told while nobody helps yet: the place in the queue, and that it takes longer than it should (rules Q).
import type { ConversationState, QueueNews, Step } from './conversation-state.ts';
import { stay } from './outcome-state.ts';

/** Of an earlier wait nothing holds. */
export const NOT_TOLD = { queue: null } as const;

export function tellQueue(state: ConversationState, queue: QueueNews): Step {
  if (state.phase !== 'waiting' || state.ending) return stay(state);
  const { lateIn } = queue;
  return { state: { ...state, queue }, effects: lateIn > 0 ? [{ do: 'norm-later', ms: lateIn }] : [] };
}

/** The time that was planned; somebody may have come meanwhile. */
export const passNorm = (state: ConversationState): Step =>
  stay(state.queue ? { ...state, queue: { ...state.queue, lateIn: 0 } } : state);
