/// <reference types="vite/client" />
// All that waiting needs, as one file that is fetched by who waits.
import { nl, type QueueTexts } from './i18n/nl.ts';
import style from './queue.css?inline';
import { Queue } from './queue.tsx';

export interface QueueCode {
  readonly View: typeof Queue;
  /** Dutch, in the u-form. */
  readonly words: QueueTexts;
  readonly style: string;
}

export const part: QueueCode = { View: Queue, words: nl, style };
