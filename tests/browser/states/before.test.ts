/** See for-everyone.ts: light, dark and forced colours, 320, 390 and 1280 px, 100, 200 and 400 %. */
import { describe } from 'vitest';
import { BEFORE } from './before.ts';
import { expectForEveryone } from './for-everyone.ts';

describe('for everyone, in every state', () => {
  expectForEveryone(BEFORE, 21537);
});
