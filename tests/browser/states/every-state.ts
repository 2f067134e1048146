/** Every state in which a citizen can find the widget; tests and screenshots walk along it. */
import { AFTERWARDS } from './afterwards.ts';
import { BEFORE } from './before.ts';
import type { State } from './stage.ts';
import { TALKING } from './talking.ts';

export const EVERY_STATE: readonly State[] = [...BEFORE, ...TALKING, ...AFTERWARDS];
