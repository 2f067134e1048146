// PURE. What the server told of the waiting, in words, and which of it is said aloud: what matters, not every step.
import type { QueueNews } from '../../conversation/conversation-state.ts';
import type { QueueTexts } from './i18n/nl.ts';

export function describeWait({ place, waitFrom, waitTo }: QueueNews, words: QueueTexts): string | null {
  if (place === undefined) return null;
  const where = words.place(place);
  if (waitFrom === undefined) return where;
  if (waitTo === undefined) return `${where} ${words.long}`;
  return `${where} ${waitFrom > 0 ? words.between(waitFrom, waitTo) : words.within(waitTo)}`;
}

/** What was said last. */
export interface Said {
  readonly place: number;
  readonly text: string;
}

/** The first place, half of what was said, the front, and when it got worse. A place at every step would talk through what is being read. */
export function chooseSaid(said: Said | null, place: number | undefined, text: string): Said | null {
  if (place === undefined) return said;
  if (said !== null && place <= said.place && place > Math.max(1, said.place / 2)) return said;
  return said !== null && place === said.place ? said : { place, text };
}
