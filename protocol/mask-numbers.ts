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
const ANY_MASK = /\[(BSN|IBAN)( verborgen|…)\]/;

/** This text had a number that is not in it any more. */
export const hasMask = (text: string): boolean => ANY_MASK.test(text);

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
  const spans = DIGIT.test(text) ? findAll(text, meter) : [];
  if (spans.length === 0) return { text, masked: [] };
  const roomy = replace(text, spans, MASKS);
  return {
    text: roomy.length <= LIMITS.messageChars ? roomy : replace(text, spans, SHORT_MASKS),
    masked: spans.map(({ kind }) => kind),
  };
}
