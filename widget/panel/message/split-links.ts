// Finds the addresses in a message. Only https, and never one that hides where it goes.

export interface TextPart {
  readonly text: string;
  /** Null for plain text. */
  readonly href: string | null;
}

/** The point that ends a sentence, and the bracket around an address, are not part of it. */
const TRAILING = /[.,;:!?)\]}'"’”]+$/;

function readLink(found: string): TextPart | null {
  if (!URL.canParse(found)) return null;
  const url = new URL(found);
  // "https://gemeente.nl@elders.example" goes to elders.example: a reader does not see that.
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  // What is on the screen starts with the host as the browser reads it: letters that look alike do not pass.
  const shown = found.startsWith(`https://${url.host}`) ? found : url.href;
  return { text: shown, href: url.href };
}

export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let plain = '';
  let last = 0;
  for (const match of text.matchAll(/https:\/\/[^\s<>"]+/g)) {
    const found = match[0].replace(TRAILING, '');
    const link = readLink(found);
    plain += text.slice(last, match.index);
    last = match.index + (link === null ? match[0].length : found.length);
    if (link === null) plain += match[0];
    else {
      if (plain !== '') parts.push({ text: plain, href: null });
      plain = '';
      parts.push(link);
    }
  }
  plain += text.slice(last);
  if (plain !== '') parts.push({ text: plain, href: null });
  return parts;
}
