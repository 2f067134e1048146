// [S4] How long someone over a limit is told to wait.
import { afterEach, expect, it, vi } from 'vitest';
import { createRateLimit } from '../../../server/rate-limits.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('[S4] is never longer than the limit itself, also when the clock of the machine is set back', async () => {
  vi.useFakeTimers({ now: 7_200_000, toFake: ['Date'] });
  const limit = createRateLimit([{ points: 1, seconds: 2 }]);
  expect(await limit.consume('burger')).toBeNull();
  vi.setSystemTime(3_600_000);
  expect(await limit.consume('burger')).toBe(2_000);
});

it('[S4] is the longest of all that are over', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
  const limit = createRateLimit([
    { points: 1, seconds: 2 },
    { points: 1, seconds: 60 },
  ]);
  await limit.consume('burger');
  expect(await limit.consume('burger')).toBe(60_000);
});
