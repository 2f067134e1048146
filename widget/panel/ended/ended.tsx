// It is over: says so, and how to begin again.
import type { Texts } from '../i18n/nl.ts';

interface EndedProps {
  texts: Texts;
  isGone: boolean;
  startNew(): void;
}

export function Ended({ texts, isGone, startNew }: EndedProps) {
  return (
    <div class="vp-ended">
      <p role="status">{isGone ? texts.gone : texts.ended}</p>
      <button type="button" class="vp-button vp-primary" data-vp-first onClick={startNew}>
        {texts.startNew}
      </button>
    </div>
  );
}
