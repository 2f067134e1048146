// How things stand, in one sentence that a screen reader says when it changes. It sticks to the end of the log and grows over it;
// other words are another element, so that nothing moves (a layout shift is an element that was there and stands elsewhere).
import type { StateLineWords } from './choose-state-line.ts';

interface StateLineProps {
  words: StateLineWords | null;
  /** Not said aloud: it comes and goes too often. */
  typing: string | null;
  act(): void;
}

export function StateLine({ words, typing, act }: StateLineProps) {
  return (
    <>
      {typing !== null && (
        <p key={words?.text} class="vp-note">
          {typing}
        </p>
      )}
      <div class="vp-state-line" role="status">
        {words && (
          <p key={words.text} class={words.tone === 'trouble' ? 'vp-trouble' : undefined}>
            {words.text}
          </p>
        )}
      </div>
      {words?.action && (
        <button type="button" class="vp-button vp-again" onClick={act}>
          {words.action}
        </button>
      )}
    </>
  );
}
