// What a citizen wrote, as it may be stored: safe to show, and without a BSN or an IBAN (rule T5). The browser did the same; nobody has to trust it.
import { LIMITS, maskNumbers } from '#protocol';
import { cleanMessage, cleanText } from './clean-text.ts';

/**
 * First as the browser does it, before anything is taken out that stands between the digits: so the text that a browser masked and
 * the same one that it did not mask are stored as the same message (M2).
 */
export const storeCitizenText = (text: string): string =>
  maskNumbers(cleanMessage(maskNumbers(text).text)).text;

/** A name or a subject: one line, and it may be nothing. */
export const storeCitizenName = (text: string): string =>
  maskNumbers(cleanText(maskNumbers(text).text))
    .text.replace(/\s+/g, ' ')
    .trim()
    .slice(0, LIMITS.nameChars);
