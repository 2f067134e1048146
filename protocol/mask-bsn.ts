// PURE. Finds citizen service numbers (BSN): the proof of eleven, however it is written, unless shape or words say that it is something else.
import type { Found } from './mask-iban.ts';
import { isBsnWord, type Label, labelAfter, labelBefore } from './mask-labels.ts';
import {
  type Chain,
  findOthers,
  isEndOfCode,
  isGlued,
  isMoney,
  isPostalCode,
  isStartOfCode,
  isTight,
  isYear,
  type Others,
} from './mask-others.ts';
import type { Meter, Token } from './mask-tokens.ts';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Eight digits: the leading zero was left out. */
function passesElevenProof(digits: string): boolean {
  const nine = digits.padStart(WEIGHTS.length, '0');
  if (nine.length !== WEIGHTS.length || digits.length < 8 || /^(.)\1*$/.test(nine)) return false;
  return WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(nine[at]), 0) % 11 === 0;
}

const isJoined = ({ kind, joint }: Token): boolean => kind === 'digits' && joint !== 'other';

/** One text being read. */
class Search {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #meter: Meter;
  readonly #dates = new Set<number>();
  readonly #found: Found[] = [];

  constructor(text: string, tokens: readonly Token[], meter: Meter) {
    this.#text = text;
    this.#tokens = tokens;
    this.#meter = meter;
  }

  run(): Found[] {
    const tokens = this.#tokens;
    for (let at = 0; at < tokens.length; at += 1) {
      this.#meter.steps += 1;
      if (tokens[at]?.kind !== 'digits') continue;
      const from = at;
      for (let next = tokens[at + 1]; next && isJoined(next); next = tokens[at + 1]) at += 1;
      this.#readChain({ from, to: at });
    }
    return this.#found.sort((one, other) => one.from - other.from);
  }

  #readChain(chain: Chain): void {
    const others = findOthers(this.#tokens, chain, this.#meter);
    for (const at of others.dates) this.#dates.add(at);
    const pieces = this.#cutPieces(chain);
    const isWhole = pieces.map((piece) => this.#isFree(piece, others) && this.#tryPiece(piece));
    let begin = 0;
    for (let at = 0; at <= pieces.length; at += 1) {
      if (at < pieces.length && isWhole[at] !== true) continue;
      const rest = pieces.slice(begin, at);
      if (rest.length > 0) this.#readRest(rest, others);
      begin = at + 1;
    }
  }

  /** What spaces divide: each may be a number of its own. */
  #cutPieces({ from, to }: Chain): Chain[] {
    const pieces: Chain[] = [];
    let begin = from;
    for (let at = from + 1; at <= to + 1; at += 1) {
      if (at <= to && isTight(this.#tokens[at]?.joint)) continue;
      pieces.push({ from: begin, to: at - 1 });
      begin = at;
    }
    return pieces;
  }

  #isFree({ from, to }: Chain, { taken }: Others): boolean {
    if (isPostalCode(this.#text, this.#tokens, to)) return false;
    for (let at = from; at <= to; at += 1) if (taken.has(at)) return false;
    return true;
  }

  #digits({ from, to }: Chain): string {
    let digits = '';
    for (let at = from; at <= to && digits.length <= WEIGHTS.length; at += 1) {
      this.#meter.steps += 1;
      digits += this.#tokens[at]?.text ?? '';
    }
    return digits;
  }

  /** The first written number that it could be; eight digits only where the words call it a BSN. */
  #tryPiece(piece: Chain): boolean {
    const digits = this.#digits(piece);
    if (!passesElevenProof(digits)) return false;
    const label = this.#label(piece);
    if (digits.length === 8 && (label !== 'bsn' || piece.from < piece.to)) return false;
    const isLikely = this.#isEven(piece) && !this.#isYearly(piece);
    return (label === 'bsn' || isLikely) && this.#take(piece, label);
  }

  /** Pieces of which none is a BSN: several may be one together. */
  #readRest(pieces: readonly Chain[], others: Others): void {
    if (this.#tryNamed(pieces, others)) return;
    let begin = 0;
    for (let at = 0; at <= pieces.length; at += 1) {
      const piece = pieces[at];
      if (piece !== undefined && piece.from === piece.to && this.#isFree(piece, others)) continue;
      const [first, last] = [pieces[begin], pieces[at - 1]];
      if (first !== undefined && last !== undefined && at - begin > 1) {
        this.#tryRow({ from: first.from, to: last.to });
      }
      begin = at + 1;
    }
  }

  /** Called a BSN: as many runs as make nine digits, or eight, whatever divides them. */
  #tryNamed(pieces: readonly Chain[], others: Others): boolean {
    const from = pieces[0]?.from ?? 0;
    if (this.#label({ from, to: from }) !== 'bsn') return false;
    const end = pieces.at(-1)?.to ?? 0;
    return [WEIGHTS.length, WEIGHTS.length - 1].some((size) => {
      const named = this.#measure(from, end, size);
      const isTaken = this.#dates.has(from) || (size < WEIGHTS.length && !this.#isFree(named, others));
      return !isTaken && passesElevenProof(this.#digits(named)) && this.#take(named, 'bsn');
    });
  }

  /** From there on, until there are so many digits. */
  #measure(from: number, end: number, size: number): Chain {
    let to = from;
    while (to < end && this.#digits({ from, to }).length < size) to += 1;
    const isWhole = to === end || !isTight(this.#tokens[to + 1]?.joint);
    return isWhole && this.#digits({ from, to }).length === size ? { from, to } : { from, to: from - 1 };
  }

  /** `123 456 782`, two of them, or one beside a small number: `bij stap 3 123 456 782`. */
  #tryRow(row: Chain): void {
    if (!this.#isEven(row) || isMoney(this.#tokens, row)) return;
    const { from, to } = row;
    const digits = this.#digits(row).length;
    if (digits === WEIGHTS.length) this.#tryWhole(row);
    if (digits <= WEIGHTS.length || to - from >= 2 * WEIGHTS.length) return;
    const end = this.#measure(from, to, WEIGHTS.length).to;
    const isFirst = this.#isSmall({ from: end + 1, to }) && this.#tryWhole({ from, to: end });
    if (!isFirst && this.#isSmall({ from, to: from })) this.#tryWhole({ from: from + 1, to });
    const [one, other] = [
      { from, to: end },
      { from: end + 1, to },
    ];
    if (!passesElevenProof(this.#digits(one)) || !passesElevenProof(this.#digits(other))) return;
    if (this.#tryWhole(one)) this.#tryWhole(other);
  }

  #isSmall({ from, to }: Chain): boolean {
    return from === to && (this.#tokens[from]?.text.length ?? 0) <= 3;
  }

  /** Nine digits in all. Not 6 1234 5678. */
  #tryWhole(row: Chain): boolean {
    const digits = this.#digits(row);
    const isMobile = this.#tokens[row.from]?.text === '6' && row.to - row.from < WEIGHTS.length - 1;
    if (digits.length !== WEIGHTS.length || isMobile || !passesElevenProof(digits)) return false;
    const label = this.#label(row);
    return (label === 'bsn' || !this.#isYearly(row)) && this.#take(row, label);
  }

  /** A year and a count: 2026.12345, `in 2025 12345`. */
  #isYearly({ from, to }: Chain): boolean {
    return to - from === 1 && isYear(this.#tokens[from]?.text ?? '');
  }

  /** The same mark between all runs: anything else is two numbers side by side. */
  #isEven({ from, to }: Chain): boolean {
    const mark = this.#tokens[from + 1]?.joint;
    for (let at = from + 1; at <= Math.min(to, from + WEIGHTS.length * 2); at += 1) {
      const joint = this.#tokens[at]?.joint;
      if (joint !== mark && joint !== 'none') return false;
    }
    return mark !== 'paren';
  }

  #label({ from, to }: Chain): Label {
    const after = labelAfter(this.#tokens, to, this.#meter);
    return after === 'bsn' ? after : (labelBefore(this.#tokens, from, this.#dates, this.#meter) ?? after);
  }

  #take(number: Chain, label: Label): boolean {
    const { from, to } = number;
    const tokens = this.#tokens;
    const isNamed = label === 'bsn';
    if (label === 'other' || isMoney(tokens, number) || isGlued(tokens, to + 1)) return false;
    const isAttached = isGlued(tokens, from) || isEndOfCode(tokens, from);
    if (isAttached && !(isNamed && isBsnWord(tokens[from - 1]?.text ?? ''))) return false;
    if (!isNamed && isStartOfCode(tokens, to)) return false;
    this.#found.push({ kind: 'bsn', from, to, skip: 0 });
    return true;
  }
}

export function findBsns(text: string, tokens: readonly Token[], meter: Meter): Found[] {
  return new Search(text, tokens, meter).run();
}
