// Tells the operator that the citizen is writing: at once, again while it lasts, and once when it stops. Never what is written.
import type { Surroundings } from './surroundings.ts';

/** The other side forgets a sign of typing that is not repeated; a keystroke a second costs one frame in four. */
const REPEAT_MS = 4_000;
const QUIET_AFTER_MS = 5_000;

export interface TypingSignal {
  typed(): void;
  stopped(): void;
}

export function createTypingSignal(
  surroundings: Pick<Surroundings, 'now' | 'after'>,
  send: (on: boolean) => void,
): TypingSignal {
  let saidAt: number | null = null;
  let cancelQuiet = (): void => undefined;

  function stopped(): void {
    cancelQuiet();
    if (saidAt === null) return;
    saidAt = null;
    send(false);
  }

  return {
    typed() {
      cancelQuiet();
      cancelQuiet = surroundings.after(QUIET_AFTER_MS, stopped);
      const now = surroundings.now();
      if (saidAt !== null && now - saidAt < REPEAT_MS) return;
      saidAt = now;
      send(true);
    },
    stopped,
  };
}
