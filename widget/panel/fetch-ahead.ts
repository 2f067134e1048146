// Before a yes: with this here, an answer to it is drawn at once.
import { fetchCode } from './fetch-code.ts';

/** What nobody opens without. */
export const fetchAhead = (): Promise<unknown> =>
  Promise.all([
    fetchCode(() => import('./conversation-code.ts')),
    fetchCode(() => import('./tongues/tongues-code.ts')),
  ]);
