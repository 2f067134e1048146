// PURE. Takes citizen service numbers and IBANs out of what a citizen writes (rule T5): in the browser before it is kept or sent, and on the server before it is stored.
import { findBsns } from './mask-bsn.ts';
import { type Found, findIbans } from './mask-iban.ts';
import { type Meter, readTokens, type Token } from './mask-tokens.ts';
import { LIMITS } from './names.ts';

export type MaskedKind = 'bsn' | 'iban';

export interface Masked {
  readonly text: string;
  /** What was taken out, in the order of the text. */
  readonly masked: readonly MaskedKind[];
}

/** What the operator reads instead. */
export const MASKS = { bsn: '[BSN verborgen]', iban: '[IBAN verborgen]' } as const satisfies Record<
  MaskedKind,
  string
>;
/** Never longer than what they stand for: a message that fits stays a message that fits. */
const SHORT_MASKS = { bsn: '[BSN…]', iban: '[IBAN…]' } as const satisfies Record<MaskedKind, string>;

const DIGIT = /[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/;
/** A BSN without its zero has eight digits. */
const FEWEST_DIGITS = 8;
/** An IBAN that is letters for the most part still begins like this. */
const COUNTRY = /\p{L}{2}\p{Nd}{2}/u;
const ANY_MASK = /\[(BSN|IBAN)( verborgen|…)\]/;

/** This text had a number that is not in it any more. */
export const hasMask = (text: string): boolean => ANY_MASK.test(text);

const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x660 && DIGIT.test(String.fromCharCode(code)));

/** Most messages have no number that is long enough; looking is a hundred times as fast as reading. */
function mayHold(text: string): boolean {
  if (!DIGIT.test(text)) return false;
  let digits = 0;
  for (let at = 0; at < text.length && digits < FEWEST_DIGITS; at += 1) {
    if (isDigit(text.charCodeAt(at))) digits += 1;
  }
  return digits >= FEWEST_DIGITS || COUNTRY.test(text);
}

/** What is found counts from now on as one thing that is masked already. */
function cover(tokens: readonly Token[], found: readonly Found[]): Token[] {
  const covered: Token[] = [];
  let at = 0;
  for (const { from, to } of found) {
    const [first, last] = [tokens[from], tokens[to]];
    if (first === undefined || last === undefined) continue;
    covered.push(...tokens.slice(at, from), { ...first, kind: 'masked', text: '', end: last.end });
    at = to + 1;
  }
  covered.push(...tokens.slice(at));
  return covered;
}

interface Span {
  readonly kind: MaskedKind;
  readonly start: number;
  readonly end: number;
}

function locate(tokens: readonly Token[], { kind, from, to, skip }: Found): Span {
  return { kind, start: (tokens[from]?.start ?? 0) + skip, end: tokens[to]?.end ?? 0 };
}

function replace(text: string, spans: readonly Span[], masks: Record<MaskedKind, string>): string {
  let written = '';
  let at = 0;
  for (const { kind, start, end } of spans) {
    written += text.slice(at, start) + masks[kind];
    at = end;
  }
  return written + text.slice(at);
}

/** What is masked makes room for what stands beside it: `123 456 782/111222333`. */
const ROUNDS = 3;

function findAll(text: string, meter: Meter): Span[] {
  let tokens = readTokens(text, meter);
  let found = findIbans(tokens, meter);
  const spans: Span[] = [];
  for (let round = 0; round < ROUNDS && (round === 0 || found.length > 0); round += 1) {
    for (const one of found) spans.push(locate(tokens, one));
    if (found.length > 0) tokens = cover(tokens, found);
    found = findBsns(text, tokens, meter);
  }
  for (const one of found) spans.push(locate(tokens, one));
  return spans.sort((one, other) => one.start - other.start);
}

export function maskNumbers(text: string, meter: Meter = { steps: 0 }): Masked {
  const spans = mayHold(text) ? findAll(text, meter) : [];
  if (spans.length === 0) return { text, masked: [] };
  const roomy = replace(text, spans, MASKS);
  return {
    text: roomy.length <= LIMITS.messageChars ? roomy : replace(text, spans, SHORT_MASKS),
    masked: spans.map(({ kind }) => kind),
  };
}
