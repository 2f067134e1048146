// PURE. A message that is not surely on the server yet, as it may stand on the device: not for long, and not many.

export interface StoredMessage {
  readonly id: string;
  readonly text: string;
  /** When it was written, in ms since 1970: the clock of a page does not outlive it. */
  readonly at: number;
}

/** Older is not kept: whoever uses this computer next must not find it (reliability-and-security.md, 2.6). */
const LIFE_MS = 30 * 60_000;
const MOST_MESSAGES = 50;
const MOST_BYTES = 200_000;

const bytes = new TextEncoder();

function isMessage(value: unknown): value is StoredMessage {
  const { id, text, at }: Partial<Record<string, unknown>> = Object(value);
  return typeof id === 'string' && typeof text === 'string' && typeof at === 'number';
}

/** The page can write here too: whatever is not ours, or too old, reads as nothing. */
export function readMessages(found: unknown, now: number): StoredMessage[] {
  if (!Array.isArray(found)) return [];
  return found
    .filter(isMessage)
    .filter(({ at }) => Math.abs(now - at) < LIFE_MS)
    .map(({ id, text, at }) => ({ id, text, at }));
}

/** As many as fit, the oldest first: a row with a hole in it would arrive out of order. */
export function fitMessages(messages: readonly StoredMessage[], now: number): StoredMessage[] {
  const kept: StoredMessage[] = [];
  let size = 0;
  for (const message of readMessages(messages, now)) {
    size += bytes.encode(message.text).length;
    if (kept.length === MOST_MESSAGES || size > MOST_BYTES) break;
    kept.push(message);
  }
  return kept;
}
