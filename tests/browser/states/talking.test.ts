/** See for-everyone.ts: light, dark and forced colours, 320, 390 and 1280 px, 100, 200 and 400 %. */
import { describe } from 'vitest';
import { expectForEveryone } from './for-everyone.ts';
import { TALKING } from './talking.ts';

describe('for everyone, in every state', () => {
  expectForEveryone(TALKING, 21538);
});
