// PURE. Finds IBANs: a country of the registry, its length, and the proof of ISO 13616 (mod 97 is 1).
import type { Meter, Token } from './mask-tokens.ts';

export interface Found {
  readonly kind: 'bsn' | 'iban';
  /** First and last token. */
  readonly from: number;
  readonly to: number;
  /** Letters of the first token that stay, as in `IBANNL91…`. */
  readonly skip: number;
}

/** Country and length: the SWIFT IBAN registry, and behind it the countries that use IBANs without being in it. */
const REGISTRY =
  'ad24ae23al28at20az28ba20be16bg22bh22bi27br29by28ch21cr22cy28cz24de22dj27dk18do28ee20eg29es24fi18fk18fo18fr27gb22' +
  'ge22gi23gl18gr27gt28hn28hr21hu28ie22il23iq23is26it27jo30kw30kz20lb28lc32li21lt20lu20lv21ly25mc27md24me22mk19mn20' +
  'mr27mt31mu30ni28nl18no15om23pk24pl28ps29pt25qa29ro24rs22ru33sa24sc31sd18se24si19sk24sm27so23st25sv28tl23tn24tr26' +
  'ua29va22vg24xk20ye30' +
  'ao25bf28bj28cf27cg27ci28cm27cv25dz26ga27gq27gw25ir26km27ma28mg27ml28mz25ne28sn28td27tg28';

/** Two letters are found nowhere but at the start of a country: digits stand between all of them. */
function lengthOf(country: string): number {
  const at = country.length === 2 ? REGISTRY.indexOf(country) : -1;
  return at < 0 ? 0 : Number(REGISTRY.slice(at + 2, at + 4));
}

/** Letters count as 10 to 35; the country and the check digits come last. */
function passesMod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    if (Number.isNaN(value)) return false;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const holdsOn = ({ kind, joint }: Token): boolean =>
  (kind === 'word' || kind === 'digits') && joint !== 'other' && joint !== 'paren';

/**
 * Words make no IBAN, whatever they add up to: `om 15.36 uur kreeg ik`. One part of letters is a bank; more of them only where
 * all parts have four characters, as it is printed.
 */
function isWritten(tokens: readonly Token[], from: number, to: number): boolean {
  const parts: string[] = [];
  for (let at = from; at <= to; at += 1) {
    const { text = '', gap = '' } = tokens[at] ?? {};
    parts.push(at > from && gap === '' ? `${parts.pop() ?? ''}${text}` : text);
  }
  const ofLetters = parts.slice(1).filter((part) => !/\d/.test(part));
  return ofLetters.length < 2 || parts.slice(0, -1).every((part) => part.length === 4);
}

function readFrom(tokens: readonly Token[], from: number, meter: Meter): Found | null {
  const first = tokens[from];
  if (first?.kind !== 'word' || tokens[from + 1]?.kind !== 'digits') return null;
  const skip = first.text.length === 6 && first.text.startsWith('iban') ? 4 : 0;
  let iban = first.text.slice(skip);
  const length = lengthOf(iban);
  let to = from;
  while (iban.length < length) {
    const next = tokens[to + 1];
    meter.steps += 1;
    if (next === undefined || !holdsOn(next)) return null;
    iban += next.text;
    to += 1;
  }
  const after = tokens[to + 1];
  const goesOn = after?.kind === 'digits' && after.gap === '';
  return length > 0 && iban.length === length && !goesOn && isWritten(tokens, from, to) && passesMod97(iban)
    ? { kind: 'iban', from, to, skip }
    : null;
}

export function findIbans(tokens: readonly Token[], meter: Meter): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    meter.steps += 1;
    const iban = readFrom(tokens, at, meter);
    if (iban === null) continue;
    found.push(iban);
    at = iban.to;
  }
  return found;
}
