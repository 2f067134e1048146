// A deadline in the middle of a sentence: "morgen", "17.00 uur".
import type { TimeWriter } from '../write-time.ts';

export const writeDeadline = (at: number, now: number, writer: TimeWriter): [day: string, time: string] => [
  writer.dayInside(at, now),
  writer.time(at),
];
