// A deadline in the middle of a sentence: "morgen", "17.00 uur".
import type { TimeWriter } from '../write-time.ts';

export function writeDeadline(at: number, now: number, writer: TimeWriter): [day: string, time: string] {
  const day = writer.day(at, now);
  return [`${day.charAt(0).toLowerCase()}${day.slice(1)}`, writer.time(at)];
}
