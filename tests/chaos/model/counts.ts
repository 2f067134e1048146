// What a run tells besides its violations.
import type { FaultKind } from '../faults/plan.ts';

export interface Counts {
  kills: number;
  faults: number;
  /** Hellos after the first of each device. */
  reconnects: number;
  /** Tabs that the server told to stop (replaced by a newer one), until their citizen came back. */
  stopped: number;
  /** How often each kind of fault was inflicted. */
  byKind: Partial<Record<FaultKind, number>>;
}

export const noCounts = (): Counts => ({ kills: 0, faults: 0, reconnects: 0, stopped: 0, byKind: {} });
