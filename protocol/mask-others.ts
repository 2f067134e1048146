// PURE. Numbers that are surely something else by their own shape: phone numbers, dates, postal codes, amounts, parts of a code.
import type { Joint, Meter, Token } from './mask-tokens.ts';

/** Tokens `from` up to and with `to` are runs of digits that hang together. */
export interface Chain {
  readonly from: number;
  readonly to: number;
}

/** A Dutch number has 10 digits; +31 with the rest has 11, with (0) in it 12. */
const DUTCH_PHONE = 10;
const ABROAD_PHONE = 11;
/** 0800, 0900: four digits and four more. */
const SERVICE_PHONE = /^0[89]\d\d$/;
const MONEY_BEFORE = /[€$£]\s*$/;
const MONEY_AFTER = /^(\s?[€$£]|,[-\u2013\u2014=])/;
const MONEY_WORD = /^(eur|euro|euros)$/;
const CODE_BEFORE = /[/\\_#@+]$/;
const CODE_AFTER = /^[/\\_@]/;
const SIDE = 3;

/** How many tokens from `at` on have together exactly `size` digits; 0: none. */
function measure(tokens: readonly Token[], at: number, to: number, size: number): number {
  let digits = 0;
  for (let count = 1; at + count - 1 <= to; count += 1) {
    digits += tokens[at + count - 1]?.text.length ?? 0;
    if (digits >= size) return digits === size ? count : 0;
  }
  return 0;
}

/** Everything from + or 00 until there are digits enough for a whole number. */
function measureAbroad(tokens: readonly Token[], { from, to }: Chain, size: number): number {
  let digits = 0;
  for (let count = 1; from + count - 1 <= to; count += 1) {
    digits += tokens[from + count - 1]?.text.length ?? 0;
    if (digits >= size) return count;
  }
  return to - from + 1;
}

function phoneAt(tokens: readonly Token[], at: number, to: number): number {
  const token = tokens[at];
  if (token === undefined || isTight(token.joint)) return 0;
  if (/\+\(?$/.test(token.gap.slice(-SIDE))) return measureAbroad(tokens, { from: at, to }, ABROAD_PHONE);
  if (/^00\d{2,4}$/.test(token.text)) {
    return measureAbroad(tokens, { from: at, to }, ABROAD_PHONE + 2);
  }
  if (!token.text.startsWith('0') || token.text.length > 4) return 0;
  if (SERVICE_PHONE.test(token.text) && tokens[at + 1]?.text.length === 4) return measure(tokens, at, to, 8);
  return token.text.length > 1 ? measure(tokens, at, to, DUTCH_PHONE) : 0;
}

/** Within one written number; spaces stand between numbers too. */
export const isTight = (joint: Joint | undefined): boolean =>
  joint === 'none' || joint === 'dash' || joint === 'dot';

const isPart = (text: string, most: number): boolean =>
  text.length <= 2 && Number(text) > 0 && Number(text) <= most;
export const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);

/** 12-03-1980, 12.3.80, 1980-03-12, 12 03 1980. */
function isDateAt(tokens: readonly Token[], at: number, to: number): boolean {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (at + 2 > to || first === undefined || second === undefined || third === undefined) return false;
  if (second.joint !== third.joint) return false;
  if (isYear(first.text)) return isPart(second.text, 12) && isPart(third.text, 31);
  const hasYear = isYear(third.text) || (third.text.length === 2 && second.joint !== 'space');
  return isPart(first.text, 31) && isPart(second.text, 12) && hasYear && !goesOn(tokens[at + 3]);
}

const goesOn = (next: Token | undefined): boolean => next?.kind === 'digits' && isTight(next.joint);

export interface Others {
  readonly taken: ReadonlySet<number>;
  readonly dates: ReadonlySet<number>;
}

/** Which runs of digits of a chain belong to a phone number or a date. */
export function findOthers(tokens: readonly Token[], { from, to }: Chain, meter: Meter): Others {
  const taken = new Set<number>();
  const dates = new Set<number>();
  for (let at = from; at <= to; ) {
    meter.steps += 1;
    const isDate = isDateAt(tokens, at, to);
    const count = isDate ? 3 : phoneAt(tokens, at, to);
    for (let next = at; next < at + count; next += 1) {
      taken.add(next);
      if (isDate) dates.add(next);
    }
    at += Math.max(1, count);
  }
  return { taken, dates };
}

/** 1234 AB */
export function isPostalCode(text: string, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const isFour = tokens[at]?.text.length === 4 && next?.kind === 'word' && next.text.length === 2;
  return isFour && next.joint === 'space' && /^\p{Lu}/u.test(text.slice(next.start, next.end));
}

export function isMoney(tokens: readonly Token[], { from, to }: Chain): boolean {
  const [former, first, next] = [tokens[from - 1], tokens[from], tokens[to + 1]];
  if (first === undefined || next === undefined) return false;
  if (MONEY_BEFORE.test(first.gap.slice(-SIDE)) || MONEY_AFTER.test(next.gap.slice(0, SIDE))) return true;
  if (first.joint !== 'other' && MONEY_WORD.test(former?.text ?? '')) return true;
  if (next.joint === 'space' && MONEY_WORD.test(next.text)) return true;
  const isFraction = next.gap === ',' && next.kind === 'digits' && next.text.length <= 2;
  return isFraction || (first.gap === ',' && former?.kind === 'digits' && former.text.length <= 3);
}

/** Two of the same kind with a slash between: 111222333/123456782. */
const isPair = (gap: string, other: Token | undefined): boolean =>
  gap === '/' && (other?.kind === 'masked' || (other?.kind === 'digits' && other.text.length === 9));

/** Z/26/123456782, #123456782, ZAAK-123456782: something stands right against it. */
export function isEndOfCode(tokens: readonly Token[], from: number): boolean {
  const [former, first] = [tokens[from - 1], tokens[from]];
  if (first === undefined || isPair(first.gap, former)) return false;
  return CODE_BEFORE.test(first.gap.slice(-1)) || (former?.kind === 'word' && first.joint === 'dash');
}

/** 123456782/26, 123456782-A */
export function isStartOfCode(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to + 1];
  if (next === undefined || isPair(next.gap, next)) return false;
  return CODE_AFTER.test(next.gap.slice(0, 1)) || (next.kind === 'word' && next.joint === 'dash');
}

/** Letters and digits against each other, without anything between: `B01` behind a number, `Z` before it. */
export function isGlued(tokens: readonly Token[], at: number): boolean {
  const [former, token] = [tokens[at - 1], tokens[at]];
  return token?.gap === '' && (former?.kind === 'word' || token.kind === 'word');
}
