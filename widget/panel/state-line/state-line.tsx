// How things stand, in one sentence that a screen reader says when it changes.
import type { StateLineWords } from './choose-state-line.ts';

interface StateLineProps {
  words: StateLineWords | null;
  /** Not said aloud: it comes and goes too often. */
  typing: string | null;
  act(): void;
}

export function StateLine({ words, typing, act }: StateLineProps) {
  return (
    <div class="vp-state-line">
      <p role="status" class={words?.tone === 'trouble' ? 'vp-state vp-trouble' : 'vp-state'}>
        {words?.text}
      </p>
      {typing !== null && <p class="vp-state">{typing}</p>}
      {words?.action != null && (
        <button type="button" class="vp-button" onClick={act}>
          {words.action}
        </button>
      )}
    </div>
  );
}
