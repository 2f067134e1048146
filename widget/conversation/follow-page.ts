// What the comings and goings of the page mean for its conversation: the line rests and comes back, and what must be kept is kept.
import { watchPage } from './connection.ts';
import type { DeviceMemory } from './device-memory.ts';
import { watchHiddenPage } from './hidden-page.ts';
import type { ServerLine } from './server-line.ts';
import type { Surroundings } from './surroundings.ts';

export interface FollowPageOptions {
  line: ServerLine;
  memory: DeviceMemory;
  connect(): void;
  /** Something is not sent: the page does not rest. */
  isSending(): boolean;
  after: Surroundings['after'];
  signal: AbortSignal;
}

export function followPage({ line, memory, connect, isSending, after, signal }: FollowPageOptions): void {
  watchPage(
    {
      woken: () => line.wake(),
      hidden() {
        memory.leave();
        line.disconnect();
      },
      restored() {
        memory.comeBack();
        connect();
      },
    },
    signal,
  );
  watchHiddenPage(
    {
      hidden: () => memory.saveDraft(),
      rest() {
        if (isSending()) return false;
        line.disconnect();
        return true;
      },
      wake: connect,
    },
    after,
    signal,
  );
}
