// Is someone here? A line that drops does not mean that a person left: a page load or a tunnel gets its time.

export interface Presence {
  readonly lines: number;
  /** When the last line closed. */
  readonly since: number;
}

export const NEVER_HERE: Presence = { lines: 0, since: Number.NEGATIVE_INFINITY };

export function addLine(presence: Presence): Presence {
  return { ...presence, lines: presence.lines + 1 };
}

export function dropLine(presence: Presence, now: number): Presence {
  return { lines: Math.max(0, presence.lines - 1), since: now };
}

export function isHere(presence: Presence, now: number, grace: number): boolean {
  return presence.lines > 0 || now - presence.since < grace;
}
