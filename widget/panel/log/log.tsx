// The conversation from old to new; a screen reader says each new message once.
import type { Texts } from '../i18n/nl.ts';
import { Message } from '../message/message.tsx';
import type { LogItem } from './list-items.ts';

interface LogProps {
  items: readonly LogItem[];
  texts: Texts;
  /** False while history comes in: it is not news, and a screen reader would read all of it. */
  isCurrent: boolean;
  speaks: boolean;
  scrolledUp: boolean;
  attach(log: HTMLElement | null): void;
  toEnd(): void;
  retry(): void;
}

export function Log({ items, texts, isCurrent, speaks, scrolledUp, attach, toEnd, retry }: LogProps) {
  return (
    <div class="vp-log-frame">
      <div
        ref={attach}
        class="vp-log vp-stack"
        role="log"
        aria-label={texts.log}
        aria-live={speaks ? 'polite' : 'off'}
        aria-relevant="additions"
      >
        {items.length === 0 && <p>{isCurrent ? texts.emptyLog : texts.loading}</p>}
        {items.map((item) =>
          item.kind === 'message' ? (
            <Message key={item.key} item={item} texts={texts} retry={retry} />
          ) : (
            <p key={item.key} class={`vp-small vp-${item.kind}`}>
              {item.text}
            </p>
          ),
        )}
      </div>
      {scrolledUp && (
        <button type="button" class="vp-button vp-jump" onClick={toEnd}>
          {texts.jump}
        </button>
      )}
    </div>
  );
}
