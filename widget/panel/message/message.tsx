// One message: who wrote it, what, when, and whether it arrived.
import type { Texts } from '../i18n/nl.ts';
import type { MessageItem } from '../log/list-items.ts';
import { splitLinks } from './split-links.ts';

interface MessageProps {
  item: MessageItem;
  texts: Texts;
  retry(): void;
  takeBack(id: string, text: string): void;
}

function describeDelivery({ delivery, because }: MessageItem, texts: Texts): string {
  if (delivery === 'failed') return because === 'closed' ? texts.failed : texts.failedOther;
  return delivery === null ? '' : texts[delivery];
}

export function Message({ item, texts, retry, takeBack }: MessageProps) {
  const delivery = describeDelivery(item, texts);
  return (
    <div class={item.mine ? 'vp-message vp-mine' : 'vp-message'}>
      {item.mine && <span class="vp-aloud">{texts.you}: </span>}
      {item.author !== null && <p class="vp-small vp-author">{item.author}</p>}
      <p class="vp-bubble" dir="auto">
        {splitLinks(item.text).map(({ text, href }) =>
          href === null ? (
            text
          ) : (
            <a href={href} target="_blank" rel="noopener noreferrer nofollow">
              {text}
            </a>
          ),
        )}
      </p>
      <p class="vp-small">
        {item.time !== null && <span>{item.time}</span>}
        {delivery !== '' && (
          <span class={item.tellDelivery ? `vp-delivery vp-${item.delivery}` : 'vp-aloud'}>{delivery}</span>
        )}
      </p>
      {item.delivery === 'late' && (
        <button type="button" class="vp-button" onClick={retry}>
          {texts.retry}
        </button>
      )}
      {item.delivery === 'failed' && (
        <button type="button" class="vp-button" onClick={() => takeBack(item.key, item.text)}>
          {texts.takeBack}
        </button>
      )}
    </div>
  );
}
