// Time and chance of the machine, behind ports so that tests can crank and seed them.
import { randomBytes } from 'node:crypto';
import type { Clock, Random } from './application/ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  passed: () => performance.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
  every(ms, act) {
    const timer = setInterval(act, ms).unref();
    return () => clearInterval(timer);
  },
};

export const systemRandom: Random = {
  id: () => randomBytes(16).toString('base64url'),
  token: () => randomBytes(32).toString('base64url'),
  unit: () => Math.random(),
};
