/// <reference types="vite/client" />
// All that waiting needs, as one file that is fetched by who waits.
import style from './queue.css?inline';
import { Queue } from './queue.tsx';

export interface QueueCode {
  readonly View: typeof Queue;
  readonly style: string;
}

export const part: QueueCode = { View: Queue, style };
