// Which messages of the citizen no operator has read, as runs of seq: what nobody reads for long must not cost more with each message.

export interface Run {
  readonly from: number;
  readonly to: number;
}

export function addUnread(runs: readonly Run[], seq: number): readonly Run[] {
  const last = runs.at(-1);
  if (last?.to !== seq - 1) return [...runs, { from: seq, to: seq }];
  const grown = { from: last.from, to: seq };
  return runs.length === 1 ? [grown] : [...runs.slice(0, -1), grown];
}

/** Everything up to that seq was read. */
export function dropRead(runs: readonly Run[], seq: number): readonly Run[] {
  return runs
    .filter(({ to }) => to > seq)
    .map((run) => (run.from > seq ? run : { from: seq + 1, to: run.to }));
}

export function countUnread(runs: readonly Run[]): number {
  return runs.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
