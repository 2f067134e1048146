// Which faults a run inflicts and when, from its seed alone. A moment is a number of accepted messages, so that load and faults go together.
import { createDice, type Dice } from '../model/dice.ts';

const FAULT_KINDS = [
  'kill',
  'cut',
  'tear',
  'hole-up',
  'hole-down',
  'slow',
  'mass-drop',
  'freeze',
  'clock-jump',
  'disk-full',
  'page-load',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  /** Messages accepted before it comes. */
  at: number;
  kind: FaultKind;
}

/** Other faults for each kill. */
const OTHERS_PER_KILL = 6;
/** How often each comes among the others. */
const WEIGHTS: Record<Exclude<FaultKind, 'kill'>, number> = {
  cut: 4,
  tear: 3,
  'hole-up': 3,
  'hole-down': 3,
  slow: 3,
  'mass-drop': 2,
  freeze: 2,
  'clock-jump': 2,
  'disk-full': 2,
  'page-load': 5,
};

const isOther = (kind: FaultKind): kind is Exclude<FaultKind, 'kill'> => kind !== 'kill';
const OTHERS = FAULT_KINDS.filter(isOther);
const DECK = OTHERS.flatMap((kind) => Array.from({ length: WEIGHTS[kind] }, () => kind));

/** Spread over the run, none in its first and last twentieth. */
function spread(count: number, messages: number, dice: Dice): number[] {
  const step = (messages * 0.9) / count;
  return Array.from({ length: count }, (_, index) =>
    Math.floor(messages * 0.05 + (index + dice.roll()) * step),
  );
}

export function planFaults({
  seed,
  messages,
  kills,
}: {
  seed: number;
  messages: number;
  kills: number;
}): Fault[] {
  const dice = createDice(seed);
  const others = Math.max(kills, 1) * OTHERS_PER_KILL;
  // Every kind at least once where there is room, then by weight.
  const kinds = Array.from({ length: others }, (_, index) => OTHERS[index] ?? dice.pick(DECK) ?? 'cut');
  const shuffled = kinds
    .map((kind) => ({ kind, place: dice.roll() }))
    .sort((a, b) => a.place - b.place)
    .map(({ kind }) => kind);
  const moments = spread(others, messages, dice);
  return [
    ...spread(kills, messages, dice).map((at): Fault => ({ at, kind: 'kill' })),
    ...shuffled.map((kind, index): Fault => ({ at: moments[index] ?? 0, kind })),
  ].sort((a, b) => a.at - b.at);
}
