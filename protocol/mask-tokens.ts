// PURE. A text as words, runs of digits and what stands between them, whatever alphabet of digits, spaces and hyphens it is written in.

/** What masking did so far: a test holds it against the length of the text. */
export interface Meter {
  steps: number;
}

/** How two neighbours hang together. `wide`: a dash with spaces. `paren`: as in (0182) 12 34 56. `other`: not one number. */
export type Joint = 'none' | 'space' | 'dash' | 'dot' | 'wide' | 'paren' | 'other';

export interface Token {
  readonly kind: 'word' | 'digits' | 'masked' | 'end';
  /** Words in small letters, digits as 0 to 9. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between this and the one before. */
  readonly gap: string;
  readonly joint: Joint;
}

/** ASCII, Arabic, Persian and full-width; the last four bits of each are its value. What is masked already comes first. */
const TOKEN =
  /\[(?:BSN|IBAN)(?: verborgen|…)\]|[\p{L}\p{M}]+|[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]+/gu;
const ASCII = /^[\da-zA-Z]+$/;
const INVISIBLE = /\p{Cf}/gu;
const SPACE = /^[\p{Zs}\t]{1,3}$/u;
const DASH = /^[\p{Pd}\u2212]$/u;
const DOT = /^[.\u00b7\u2024\u2027\u2219\uff0e]$/;
const WIDE = /^[\p{Zs}\t]{0,2}[\p{Pd}\u2212][\p{Zs}\t]{0,2}$/u;
const PAREN = /^[\p{Zs}\t\p{Pd}()]{1,4}$/u;
/** Longer than any label or any part of an IBAN: such a word says nothing here. */
const LONG_WORD = 40;
const LONG_GAP = 12;

function judgeJoint(gap: string): Joint {
  // What stands between most words; the rest of this costs half a microsecond.
  if (gap === ' ') return 'space';
  if (gap.length > LONG_GAP) return 'other';
  const seen = gap.replace(INVISIBLE, '');
  if (seen === '') return 'none';
  if (SPACE.test(seen)) return 'space';
  if (DASH.test(seen)) return 'dash';
  if (DOT.test(seen)) return 'dot';
  if (WIDE.test(seen)) return 'wide';
  return PAREN.test(seen) ? 'paren' : 'other';
}

const plainDigits = (raw: string): string =>
  ASCII.test(raw) ? raw : Array.from(raw, (digit) => String(digit.charCodeAt(0) & 15)).join('');

function plainWord(raw: string): string {
  if (raw.length > LONG_WORD) return '';
  return (ASCII.test(raw) ? raw : raw.normalize('NFKC')).toLowerCase();
}

function readToken(raw: string): Pick<Token, 'kind' | 'text'> {
  if (raw.startsWith('[')) return { kind: 'masked', text: '' };
  return /^\p{N}/u.test(raw)
    ? { kind: 'digits', text: plainDigits(raw) }
    : { kind: 'word', text: plainWord(raw) };
}

/** The last one is the end of the text, with what stands before it. */
export function readTokens(text: string, meter: Meter): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const add = (token: Pick<Token, 'kind' | 'text'>, start: number, length: number): void => {
    const gap = text.slice(end, start);
    end = start + length;
    meter.steps += 1 + gap.length + length;
    tokens.push({ ...token, start, end, gap, joint: judgeJoint(gap) });
  };
  for (const match of text.matchAll(TOKEN)) add(readToken(match[0]), match.index, match[0].length);
  add({ kind: 'end', text: '' }, text.length, 0);
  return tokens;
}
