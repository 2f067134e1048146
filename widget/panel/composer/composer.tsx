// Where the citizen writes. The box keeps its own text: a keystroke costs no render.
import type { Texts } from '../i18n/nl.ts';

interface ComposerProps {
  texts: Texts;
  /** Why the message did not go out. */
  complaint: string | null;
  attach(box: HTMLTextAreaElement | null): void;
  note(): void;
  submit(): void;
}

export function Composer({ texts, complaint, attach, note, submit }: ComposerProps) {
  function pressKey(event: KeyboardEvent): void {
    // A composing Enter picks a word from the input method's list.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  }
  return (
    <div class="vp-composer">
      <div class="vp-over">
        <label for="vp-box" class="vp-strong">
          {texts.box}
        </label>
        <span id="vp-official" class="vp-small">
          {texts.notOfficial}
        </span>
      </div>
      <textarea
        ref={attach}
        id="vp-box"
        class="vp-box"
        data-vp-first
        rows={2}
        dir="auto"
        aria-describedby="vp-complaint vp-official vp-keys"
        aria-invalid={complaint !== null}
        onInput={note}
        onKeyDown={pressKey}
      />
      <p id="vp-complaint" class="vp-small vp-wrong" role="status">
        {complaint}
      </p>
      <span id="vp-keys" class="vp-aloud">
        {texts.boxHint}
      </span>
      <button type="button" class="vp-button vp-primary vp-send" onClick={submit}>
        {texts.send}
      </button>
    </div>
  );
}
