// What every client of a run shares.
import type { Counts } from '../model/counts.ts';
import type { Dice } from '../model/dice.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Organisation } from '../world/organisations.ts';
import type { Sockets } from './platform.ts';

export interface World {
  /** Address of the proxy, without a scheme. */
  at: string;
  consoleOrigin: string;
  organisations: readonly Organisation[];
  sockets: Sockets;
  ledger: Ledger;
  dice: Dice;
  counts: Counts;
}
