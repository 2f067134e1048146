/** See for-everyone.ts: light, dark and forced colours, 320, 390 and 1280 px, 100, 200 and 400 %. */
import { describe } from 'vitest';
import { AFTERWARDS } from './afterwards.ts';
import { expectForEveryone } from './for-everyone.ts';

describe('for everyone, in every state', () => {
  expectForEveryone(AFTERWARDS, 21541);
});
