// Requests that are being filled in, in memory only and for a short time: the address carries an id, never an answer.
import type { Answers } from '../form-kit/field.ts';

/** Long enough to look something up, short enough not to keep what a citizen left behind. */
const KEEP_MS = 30 * 60_000;
/** The demo must not be a way to fill the memory of the server. */
const MOST_REQUESTS = 500;

export type RequestStore = {
  create(answers: Answers): string;
  find(id: string): Answers | undefined;
  add(id: string, answers: Answers): void;
  remove(id: string): void;
};

export function createRequestStore(now: () => number, newId: () => string): RequestStore {
  const requests = new Map<string, { answers: Answers; until: number }>();

  const save = (id: string, answers: Answers) => {
    // A map keeps the order of insertion, so the first key is the request that was left alone longest.
    requests.delete(id);
    requests.set(id, { answers, until: now() + KEEP_MS });
    for (const [oldest, request] of requests) {
      if (request.until > now() && requests.size <= MOST_REQUESTS) break;
      requests.delete(oldest);
    }
  };
  const find = (id: string) => {
    const request = requests.get(id);
    return request && request.until > now() ? request.answers : undefined;
  };

  return {
    create(answers) {
      const id = newId();
      save(id, answers);
      return id;
    },
    find,
    add(id, answers) {
      save(id, new Map([...(find(id) ?? []), ...answers]));
    },
    remove(id) {
      requests.delete(id);
    },
  };
}
