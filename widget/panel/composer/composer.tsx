// Where the citizen writes. The box keeps its own text: a keystroke costs no render.

import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '#protocol';
import type { Texts } from '../i18n/nl.ts';

interface ComposerProps {
  texts: Texts;
  /** What stands in the box; a new object puts new text in it. */
  draft: { readonly text: string };
  keepDraft(text: string): void;
  send(text: string): void;
}

const TELL_LEFT_FROM = 400;

type Hint = { tone: 'calm' | 'wrong'; text: string } | null;

function hintFor(length: number, texts: Texts): Hint {
  const left = LIMITS.messageChars - length;
  if (left < 0) return { tone: 'wrong', text: texts.tooLong(-left) };
  return left < TELL_LEFT_FROM ? { tone: 'calm', text: texts.charsLeft(left) } : null;
}

export function Composer({ texts, draft, keepDraft, send }: ComposerProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [hint, setHint] = useState<Hint>(null);
  useEffect(() => {
    if (box.current !== null) box.current.value = draft.text;
  }, [draft]);

  function note(): void {
    const text = box.current?.value ?? '';
    keepDraft(text);
    setHint(hintFor(text.trim().length, texts));
  }
  function submit(): void {
    const field = box.current;
    if (field === null) return;
    const text = field.value.trim();
    field.focus({ preventScroll: true });
    if (text === '') setHint({ tone: 'wrong', text: texts.emptyMessage });
    else if (text.length <= LIMITS.messageChars) {
      field.value = '';
      keepDraft('');
      setHint(null);
      send(text);
    }
  }
  function pressKey(event: KeyboardEvent): void {
    // A composing Enter picks a word from the input method's list.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  }
  return (
    <div class="vp-composer">
      <label class="vp-label" for="vp-box">
        {texts.box}
      </label>
      <textarea
        ref={box}
        id="vp-box"
        class="vp-box"
        data-vp-first
        rows={2}
        dir="auto"
        aria-describedby="vp-box-hint vp-keys"
        aria-invalid={hint?.tone === 'wrong'}
        onInput={note}
        onKeyDown={pressKey}
      />
      <p id="vp-box-hint" class={`vp-small vp-hint vp-${hint?.tone ?? 'calm'}`} role="status">
        {hint?.text}
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
