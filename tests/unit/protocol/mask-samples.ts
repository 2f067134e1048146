// What citizens write with a BSN or an IBAN in it, by seeded chance. Both proofs are written once more here.
export interface Sample {
  kind: string;
  /** Before the number, the number as it is written, and behind it. */
  before: string;
  number: string;
  behind: string;
}

/** Seeded chance: mulberry32. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  upTo(most: number): number {
    return Math.floor(this.next() * (most + 1));
  }

  between(least: number, most: number): number {
    return least + this.upTo(most - least);
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.upTo(items.length - 1)] ?? items[0];
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.upTo(9)).join('');
  }
}

const OPENINGS = ['', '', 'Goedemiddag, ', 'Hallo, ik kom er niet uit. ', 'Ik ben 45 jaar. '] as const;
const ENDINGS = [
  '',
  '.',
  '. Kunt u mij helpen?',
  ', alvast bedankt',
  ' en ik woon in Voorbeeldstad',
  '!',
] as const;

/** The last digit is the rest of the others, so a rest of ten has no BSN. */
function makeBsn(chance: Chance, first = chance.digits(1)): string {
  for (;;) {
    const eight = `${first}${chance.digits(8 - first.length)}`;
    const rest = Array.from(eight).reduce((sum, digit, at) => sum + (9 - at) * Number(digit), 0) % 11;
    const bsn = `${eight}${rest}`;
    if (rest < 10 && !/^(.)\1*$/.test(bsn)) return bsn;
  }
}

function cut(written: string, sizes: readonly number[], mark: string): string {
  let at = 0;
  const parts: string[] = [];
  for (const size of sizes) {
    parts.push(written.slice(at, at + size));
    at += size;
  }
  return parts.join(mark);
}

const widen = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const MARKS = [' ', '.', '-', '\u00a0', '\u2009', '\u202f', '\u2011', '\u200b', '\u3000'] as const;
const SIZES: readonly [readonly number[], ...(readonly number[])[]] = [
  [3, 3, 3],
  [4, 2, 3],
  [2, 2, 2, 3],
  [3, 2, 4],
  [1, 1, 1, 1, 1, 1, 1, 1, 1],
];

function writeBsn(chance: Chance, bsn: string): string {
  const written = chance.next() < 0.4 ? bsn : cut(bsn, chance.pick(SIZES), chance.pick(MARKS));
  return chance.next() < 0.15 ? widen(written) : written;
}

const NAMED_FRAMES = ['mijn BSN is {}', 'BSN: {}', 'bsn {}', 'burgerservicenummer {}'] as const;
const BSN_FRAMES = [
  ...NAMED_FRAMES,
  'Mijn burgerservicenummer is {}',
  'het bsn van mijn dochter is {}',
  'mijn sofinummer was {}',
  'mijn nummer is {}',
  'hier is het: {}',
  '{}',
  '{} is mijn bsn',
  'U vroeg om {}',
  'mijn zaaknummer is Z2026-004512 en mijn BSN is {}',
  'mijn gegevens: Jan Jansen, 12-03-1980, {}',
  'BSN/sofinummer: {}',
  'ik vul bij stap 3 {} in',
  '(BSN {})',
] as const;
const IBAN_FRAMES = [
  'mijn rekeningnummer is {}',
  'IBAN: {}',
  'u kunt het storten op {}',
  'mijn bankrekening {} staat niet in het formulier',
  '{}',
  'iban {} op naam van J. Jansen',
  'het bedrag van € 1.250,00 moet naar {}',
] as const;

export function frame(
  chance: Chance,
  kind: string,
  frames: readonly [string, ...string[]],
  number: string,
): Sample {
  const [before = '', behind = ''] = chance.pick(frames).split('{}');
  return { kind, before: chance.pick(OPENINGS) + before, number, behind: behind + chance.pick(ENDINGS) };
}

/** Lengths and shapes of the registry: n digits, a letters, c either. */
const BBANS = [
  'NL aaaannnnnnnnnn',
  'NL aaaannnnnnnnnn',
  'NL aaaannnnnnnnnn',
  'NL aaaannnnnnnnnn',
  'BE nnnnnnnnnnnn',
  'DE nnnnnnnnnnnnnnnnnn',
  'FR nnnnnnnnnncccccccccccnn',
  'GB aaaannnnnnnnnnnnnn',
  'PL nnnnnnnnnnnnnnnnnnnnnnnn',
  'TR nnnnnncccccccccccccccc',
  'ES nnnnnnnnnnnnnnnnnnnn',
  'IT annnnnnnnnncccccccccccc',
  'NO nnnnnnnnnnn',
  'MT aaaannnnncccccccccccccccccc',
  'UA nnnnnnccccccccccccccccccc',
  'MA nnnnnnnnnnnnnnnnnnnnnnnn',
] as const;
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function makeIban(chance: Chance): string {
  const [country = '', shape = ''] = chance.pick(BBANS).split(' ');
  const sign = (kind: string): string => {
    if (kind === 'n') return chance.digits(1);
    return SIGNS.charAt(kind === 'a' ? chance.between(10, 35) : chance.upTo(35));
  };
  const bban = Array.from(shape, sign).join('');
  const number = Array.from(`${bban}${country}00`, (one) => String(SIGNS.indexOf(one))).join('');
  const check = String(98n - (BigInt(number) % 97n)).padStart(2, '0');
  return `${country}${check}${bban}`;
}

function writeIban(chance: Chance, iban: string): string {
  const sizes = Array.from({ length: Math.ceil(iban.length / 4) }, () => 4);
  const written = chance.next() < 0.4 ? iban : cut(iban, sizes, chance.pick(MARKS));
  const cased = chance.next() < 0.3 ? written.toLowerCase() : written;
  return chance.next() < 0.15 ? widen(cased) : cased;
}

/** One in twenty without its leading zero, as people write it who call it a BSN. */
function makeSecret(chance: Chance): Sample {
  if (chance.next() < 0.4) return frame(chance, 'iban', IBAN_FRAMES, writeIban(chance, makeIban(chance)));
  if (chance.next() < 0.05) return frame(chance, 'bsn of 8', NAMED_FRAMES, makeBsn(chance, '0').slice(1));
  return frame(chance, 'bsn', BSN_FRAMES, writeBsn(chance, makeBsn(chance)));
}

export function listSecrets(seed: number, count: number): Sample[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => makeSecret(chance));
}
