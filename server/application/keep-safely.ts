// What is not a message is kept like one: refused at the door, with an honest answer, when it could not be kept (T3).
import { StoreUnavailable } from './ports.ts';
import type { Relay } from './relay.ts';

/** `growth`: as `StorageHealth.refuse` counts it; 0 for a change that needs no room. */
export async function keepSafely<Result>(
  { storage }: Relay,
  growth: number,
  write: () => Promise<Result>,
): Promise<Result> {
  if (storage.refuse(growth) !== null) throw new StoreUnavailable();
  try {
    const result = await write();
    storage.worked();
    return result;
  } catch (error) {
    if (error instanceof StoreUnavailable) storage.failed(error);
    throw error;
  } finally {
    storage.settle(growth);
  }
}
