// Chance for tests: ids that are unique and the same in every run.
import { createHash } from 'node:crypto';
import type { Random } from '../../../server/application/ports.ts';

export function createSeededRandom(seed = 'test'): Random {
  let drawn = 0;
  const draw = () => createHash('sha256').update(`${seed} ${drawn++}`).digest();
  return {
    id: () => draw().subarray(0, 16).toString('base64url'),
    token: () => draw().toString('base64url'),
    unit: () => draw().readUInt32BE(0) / 2 ** 32,
  };
}
