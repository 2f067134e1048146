// One message: who wrote it, what, when, and whether it arrived.
import type { AllTexts } from '../log/i18n/nl.ts';
import type { MessageItem } from '../log/list-items.ts';
import { Delivery } from './delivery.tsx';
import { splitLinks } from './split-links.ts';

interface MessageProps {
  item: MessageItem;
  texts: AllTexts;
  retry(): void;
}

export function Message({ item, texts, retry }: MessageProps) {
  const { mine, author, text, time, isMasked, delivery } = item;
  return (
    <div class={mine ? 'vp-message vp-mine' : 'vp-message'}>
      {mine && <span class="vp-aloud">{texts.you}: </span>}
      {author !== null && <p class="vp-small vp-strong">{author}</p>}
      <p class="vp-bubble" dir="auto">
        {splitLinks(text).map((part) =>
          part.href === null ? (
            part.text
          ) : (
            <a href={part.href} target="_blank" rel="noopener noreferrer nofollow">
              {part.text}
            </a>
          ),
        )}
      </p>
      {/* Other words are another line: it is set to the end, and would shift. Aloud only while it is on its way: ticks are for the eye. */}
      <p class="vp-small" key={`${delivery} ${time}`} aria-live={time === null ? undefined : 'off'}>
        {delivery !== null && <Delivery delivery={delivery} texts={texts} />}
        {time !== null && <span>{time}</span>}
      </p>
      {isMasked && <p class="vp-small vp-masked">{texts.masked}</p>}
      {delivery === 'late' && (
        <button type="button" class="vp-button" onClick={retry}>
          {texts.retry}
        </button>
      )}
    </div>
  );
}
