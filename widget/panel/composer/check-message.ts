// What keeps a message from going out, in words; null when nothing does.
import { LIMITS } from '#protocol';
import type { Texts } from '../i18n/nl.ts';

export function checkMessage(text: string, texts: Texts): string | null {
  if (text === '') return texts.emptyMessage;
  const over = text.length - LIMITS.messageChars;
  return over > 0 ? texts.tooLong(over) : null;
}
