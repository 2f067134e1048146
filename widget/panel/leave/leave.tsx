// Ending the conversation: one question first, inside the panel, with the safe answer under the finger.
import type { AllTexts } from '../log/i18n/nl.ts';

interface LeaveProps {
  texts: AllTexts;
  asking: boolean;
  ask(asking: boolean): void;
  end(): void;
}

export function Leave({ texts, asking, ask, end }: LeaveProps) {
  if (!asking) {
    return (
      <button
        type="button"
        class="vp-button vp-plain vp-end"
        aria-label={texts.end}
        onClick={() => ask(true)}
      >
        {texts.endShort}
      </button>
    );
  }
  return (
    <fieldset class="vp-leave">
      <legend>{texts.endQuestion}</legend>
      <button type="button" class="vp-button vp-stay" onClick={() => ask(false)}>
        {texts.endNo}
      </button>
      <button type="button" class="vp-button vp-danger" onClick={end}>
        {texts.endYes}
      </button>
    </fieldset>
  );
}
