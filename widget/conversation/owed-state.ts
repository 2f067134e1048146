// PURE. Nothing that the citizen wrote vanishes without a word (rule M9): which ids are owed still, and which are nowhere any more.
import type { ConversationState, Step } from './conversation-state.ts';

/** The whole log is in, and what the device has is known: only now a message that is in neither is gone. */
const knowsAll = ({ phase, line, log, historySeq, kept }: ConversationState): boolean =>
  kept !== null && log.epoch !== null && log.lastSeq >= historySeq && (phase === 'closed' || line === 'live');

function listOwed({ owed, outbox, log }: ConversationState): readonly string[] {
  const ids = new Set([...owed, ...outbox.entries.map(({ id }) => id)]);
  if (ids.size > 0) for (const event of log.events) if (event.kind === 'message') ids.delete(event.id);
  return [...ids];
}

function listLost(state: ConversationState, owed: readonly string[]): readonly string[] {
  if (owed.length === 0 || !knowsAll(state)) return [];
  const here = new Set([...(state.kept ?? []), ...state.outbox.entries.map(({ id }) => id)]);
  return owed.filter((id) => !here.has(id));
}

const keepSame = (before: readonly string[], after: readonly string[]): readonly string[] =>
  before.join() === after.join() ? before : after;

/** After every step, whatever happened in it. */
export function noteOwed({ state, effects }: Step): Step {
  const owed = keepSame(state.owed, listOwed(state));
  const lost = keepSame(state.lost, listLost(state, owed));
  if (owed === state.owed && lost === state.lost) return { state, effects };
  return { state: { ...state, owed, lost }, effects };
}
