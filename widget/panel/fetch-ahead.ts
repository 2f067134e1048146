// What no conversation begins without: with it here before a yes, the answer to that is drawn at once.
import { fetchOnce } from './fetch-code.ts';

export const fetchConversation = fetchOnce(() => import('./conversation-code.ts'));
export const fetchTongues = fetchOnce(() => import('./tongues/tongues-code.ts'));

/** What does not come is asked for again by who needs it. */
export const fetchAhead = (): Promise<unknown> => Promise.allSettled([fetchConversation(), fetchTongues()]);
