// How things stand, in one sentence that a screen reader says when it changes.
import type { StateLineWords } from './choose-state-line.ts';

interface StateLineProps {
  words: StateLineWords | null;
  /** Not said aloud: it comes and goes too often. */
  typing: string | null;
  /** Said aloud, not shown: what happened while the panel was closed. */
  aloud: string | null;
  act(): void;
}

export function StateLine({ words, typing, aloud, act }: StateLineProps) {
  return (
    <div class="vp-state-line">
      <p role="status" class={words?.tone === 'trouble' ? 'vp-state vp-trouble' : 'vp-state'}>
        {words?.text}
        {aloud !== null && <span class="vp-aloud">{aloud}</span>}
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
