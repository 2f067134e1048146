// Who has room for one more citizen. An offer is a promise, so everything that will ask for an operator counts.

/** Chats that one operator handles at once; the personal limit becomes a setting of each operator later. */
export const PERSONAL_LIMIT = 3;

export interface OperatorLoad {
  operator: number;
  /** Status `available` and a live console. */
  ready: boolean;
  active: number;
  /** Waiting conversations reserved for this operator. */
  reserved: number;
  /** Offers that hold this operator. */
  held: number;
}

export interface DeskLoad {
  operators: readonly OperatorLoad[];
  /** Waiting conversations reserved for nobody: whoever is free will take them first. */
  unreservedWaiting: number;
}

function freeSlotsOf(load: OperatorLoad): number {
  return load.ready ? Math.max(0, PERSONAL_LIMIT - load.active - load.reserved - load.held) : 0;
}

export function countFreeSlots(desk: DeskLoad): number {
  const free = desk.operators.reduce((sum, load) => sum + freeSlotsOf(load), 0);
  return Math.max(0, free - desk.unreservedWaiting);
}

/** The operator with the most room, or null when the queue will use up all room. */
export function chooseOperator(desk: DeskLoad): number | null {
  if (countFreeSlots(desk) === 0) return null;
  const [first, ...others] = desk.operators;
  if (!first) return null;
  return others.reduce((best, load) => (freeSlotsOf(load) > freeSlotsOf(best) ? load : best), first).operator;
}

export function isReady(desk: DeskLoad, operator: number): boolean {
  return desk.operators.some((load) => load.operator === operator && load.ready);
}
