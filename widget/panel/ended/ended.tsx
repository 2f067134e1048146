// It is over: says so, how to begin again, and what else there is.
import type { ComponentChildren } from 'preact';
import type { AllTexts } from '../log/i18n/nl.ts';

interface EndedProps {
  texts: AllTexts;
  isGone: boolean;
  /** Something is left in the message box. */
  hasDraft: boolean;
  startNew(): void;
  children: ComponentChildren;
}

export function Ended({ texts, isGone, hasDraft, startNew, children }: EndedProps) {
  return (
    <div class="vp-ended vp-stack">
      <p role="status">{isGone ? texts.gone : texts.ended}</p>
      {hasDraft && <p>{texts.unsent}</p>}
      <button
        type="button"
        class={children ? 'vp-button' : 'vp-button vp-primary'}
        data-vp-first
        onClick={startNew}
      >
        {texts.startNew}
      </button>
      {children}
    </div>
  );
}
