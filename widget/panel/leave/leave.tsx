// Ending the conversation: one question first, inside the panel, with the safe answer under the finger.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Texts } from '../i18n/nl.ts';

interface LeaveProps {
  texts: Texts;
  end(): void;
}

export function Leave({ texts, end }: LeaveProps) {
  const [asking, setAsking] = useState(false);
  const focused = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking !== wasAsking.current) focused.current?.focus({ preventScroll: true });
    wasAsking.current = asking;
  }, [asking]);

  if (!asking) {
    return (
      <button ref={focused} type="button" class="vp-button vp-plain" onClick={() => setAsking(true)}>
        {texts.end}
      </button>
    );
  }
  function pressKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Escape answers the question; only the next one closes the panel.
    event.stopPropagation();
    setAsking(false);
  }
  return (
    <fieldset class="vp-leave" onKeyDown={pressKey}>
      <legend>{texts.endQuestion}</legend>
      <button ref={focused} type="button" class="vp-button" onClick={() => setAsking(false)}>
        {texts.endNo}
      </button>
      <button type="button" class="vp-button vp-danger" onClick={end}>
        {texts.endYes}
      </button>
    </fieldset>
  );
}
