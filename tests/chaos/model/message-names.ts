// Every message of a run has a number; its id and its text follow from it, so that a million of them need no memory of their own.
const FIRST_LETTER = 'a'.charCodeAt(0);

export function idOf(number: number): string {
  return `c4a05000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

export const numberOf = (id: string): number => Number.parseInt(id.slice(24), 16);

/** Letters only: digits could look like a citizen service number and be masked. */
function spell(number: number): string {
  const rest = Math.floor(number / 26);
  return (rest > 0 ? spell(rest) : '') + String.fromCharCode(FIRST_LETTER + (number % 26));
}

/** Every third message is long, as people's messages are. */
export function textOf(number: number): string {
  const words = `bericht ${spell(number)}`;
  return number % 3 === 0 ? `${words} ${'en nog een regel uitleg erbij '.repeat(6)}`.trim() : words;
}
