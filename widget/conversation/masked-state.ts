// PURE. Which of the citizen's own messages had a BSN or an IBAN in them: said by their texts, so that a page load forgets nothing.
import { hasMask } from '#protocol';
import type { ConversationState, Step } from './conversation-state.ts';

function listMasked({ log, outbox }: ConversationState): readonly string[] {
  const own = log.events.flatMap((event) =>
    event.kind === 'message' && event.from === 'visitor' ? [event] : [],
  );
  return [...own, ...outbox.entries].filter(({ text }) => hasMask(text)).map(({ id }) => id);
}

/** After every step, whatever happened in it. */
export function noteMasked(before: ConversationState, { state, effects }: Step): Step {
  const { masked: known = [] } = state;
  if (state.log === before.log && state.outbox === before.outbox && known === (before.masked ?? known)) {
    return { state, effects };
  }
  const masked = listMasked(state);
  return { state: masked.join() === known.join() ? state : { ...state, masked }, effects };
}
