// PURE. What the citizen is told while nobody helps yet: the place in the queue, and that it takes longer than it should (rules Q).
import type { ConversationState, QueueNews, Step } from './conversation-state.ts';
import { stay } from './outcome-state.ts';

/** Of an earlier wait nothing holds. */
export const NOT_TOLD = { queue: null, isNormOver: false } as const;

export function tellQueue(state: ConversationState, queue: QueueNews): Step {
  if (state.phase !== 'waiting') return stay(state);
  const isNormOver = queue.lateIn === 0;
  return {
    state: { ...state, queue, isNormOver },
    effects: isNormOver ? [] : [{ do: 'norm-later', ms: queue.lateIn }],
  };
}

/** The time that was planned; somebody may have come meanwhile. */
export const passNorm = (state: ConversationState): Step =>
  stay(state.queue === null ? state : { ...state, isNormOver: true });
