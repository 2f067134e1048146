/** Sockets, requests and a clock that only move when the test says so. */
import type { Surroundings } from '../../../../widget/conversation/surroundings.ts';
import { type CrankedPlatform, createCrankedPlatform } from '../../../support/cranked-platform.ts';

export interface CrankedSurroundings extends CrankedPlatform {
  surroundings: Surroundings;
  urls: string[];
  requests: { url: string; body: string | undefined }[];
  /** Answers the oldest open request. Without a status: the network fails. */
  answer(status?: number, body?: object): Promise<void>;
}

interface Pending {
  resolve(response: Response): void;
  reject(error: Error): void;
}

export function crankSurroundings(): CrankedSurroundings {
  const platform = createCrankedPlatform();
  const pending: Pending[] = [];
  const requests: CrankedSurroundings['requests'] = [];
  const urls: string[] = [];
  async function settle(act: (oldest: Pending) => void): Promise<void> {
    const oldest = pending.shift();
    if (oldest === undefined) throw new Error('Nobody asked anything.');
    act(oldest);
    // Reading a body takes a few turns of the event loop, not time.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    ...platform,
    urls,
    requests,
    surroundings: {
      now: platform.now,
      random: platform.random,
      after: platform.after,
      loadRequests: () => Promise.reject(new Error('No fallback in this test.')),
      connect(url, handlers) {
        urls.push(url);
        return platform.connect(handlers);
      },
      request(url, body, signal) {
        requests.push({ url, body });
        return new Promise((resolve, reject) => {
          const asked = { resolve, reject };
          pending.push(asked);
          signal?.addEventListener('abort', () => {
            pending.splice(pending.indexOf(asked), 1);
            reject(signal.reason);
          });
        });
      },
    },
    answer: (status, body = {}) =>
      settle(({ resolve, reject }) => {
        if (status === undefined) reject(new TypeError('Failed to fetch'));
        else resolve(Response.json(body, { status }));
      }),
  };
}
