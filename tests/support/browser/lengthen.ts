/** Makes texts twice as long, as other gemeenten and other languages do: a sentence goes on, a single word becomes a compound. */

/** Not for the eye, or given to Intl. */
const KEPT = new Set(['locale', 'clock', 'dayName', 'file']);
const PLACEHOLDER = /\{\w+\}/g;

export function lengthen(text: string): string {
  if (text.trim() === '') return text;
  return /\s/.test(text)
    ? `${text} ${text.replaceAll(PLACEHOLDER, 'deze vraag')}`
    : text + text.toLocaleLowerCase('nl');
}

/** Every string in a book of words, and everything that its functions say. */
export function lengthenAll(words: unknown): unknown {
  if (typeof words === 'string') return lengthen(words);
  if (Array.isArray(words)) return words.map(lengthenAll);
  if (typeof words === 'function') return (...given: unknown[]) => lengthenAll(words(...given));
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, KEPT.has(key) ? value : lengthenAll(value)]),
  );
}
