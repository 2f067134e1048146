// Whether a line comes to life: its first frame in time, or not. And whether the server is there when it does not (rule F1).
import { CLOSE } from './close-codes.ts';
import type { LinkPlatform, LinkSocket, SocketHandlers } from './link.ts';
import type { Reach } from './transport-choice.ts';

export type Connect = (handlers: SocketHandlers) => LinkSocket;
type After = LinkPlatform['after'];

/** To the first frame. A slow network needs less; the citizen should not wait for more. */
const FIRST_FRAME_MS = 3_000;
/** Exactly this: the sign-in page of a network that is not ours to use answers with something else. */
const REACHED = 204;

export interface Watch extends SocketHandlers {
  /** The first frame is about to be received. */
  came(): void;
  /** It will not come. A code of the server is an answer, and goes to `closed`. */
  failed(silent: boolean): void;
}

export function watchFirstFrame(connect: Connect, after: After, watch: Watch): LinkSocket {
  let socket: LinkSocket | null = null;
  let state: 'trying' | 'open' | 'over' = 'trying';
  const end = (): void => {
    state = 'over';
    cancel();
  };
  const fail = (silent: boolean): void => {
    if (state === 'over') return;
    end();
    socket?.close(CLOSE.normal);
    watch.failed(silent);
  };
  const cancel = after(FIRST_FRAME_MS, () => fail(true));
  const handlers: SocketHandlers = {
    opened: () => state === 'trying' && watch.opened(),
    received(data) {
      if (state === 'over') return;
      if (state === 'trying') {
        state = 'open';
        cancel();
        watch.came();
      }
      watch.received(data);
    },
    closed(code) {
      if (state === 'trying' && code === CLOSE.lost) return fail(false);
      if (state === 'over') return;
      end();
      watch.closed(code);
    },
  };
  try {
    socket = connect(handlers);
  } catch {
    // A policy of the host page can forbid sockets altogether; not within the caller, who has no socket of us yet.
    after(0, () => fail(false));
  }
  return {
    send: (data) => socket?.send(data),
    close(code) {
      end();
      socket?.close(code);
    },
  };
}

export function askReach({ ping, after }: { ping(): Promise<number>; after: After }): Promise<Reach> {
  return new Promise((resolve) => {
    after(FIRST_FRAME_MS, () => resolve('offline'));
    ping().then(
      (status) => resolve(status === REACHED ? 'reachable' : 'down'),
      () => resolve('offline'),
    );
  });
}
