// Opens the line of a Link: over a WebSocket, and where that is kept away with what is loaded only then (rule F1).
import { CLOSE } from './close-codes.ts';
import type { LineRequests } from './fallback-lines.ts';
import { askReach, type Connect, watchFirstFrame } from './first-frame.ts';
import type { LinkPlatform, LinkSocket, SocketHandlers } from './link.ts';

export interface ConnectorOptions {
  socket: Connect;
  /** Status of `GET /v1/ping`; rejects when there is no answer. */
  ping(): Promise<number>;
  /** Fetches what a page without trouble never pays for. */
  loadRequests(): Promise<LineRequests>;
  after: LinkPlatform['after'];
}

/** What every attempt of one page shares. */
interface Memory {
  socketWorked: boolean;
  failedOpens: number;
  /** Takes over for good, once it is loaded. */
  chooser: Connect | null;
}

/** One may be bad luck; the browser tells nothing about why a handshake failed. */
const MOST_FAILED_OPENS = 2;

export function createConnector(options: ConnectorOptions): Connect {
  const memory: Memory = { socketWorked: false, failedOpens: 0, chooser: null };
  return (handlers) => memory.chooser?.(handlers) ?? openSocket(options, memory, handlers);
}

function openSocket(options: ConnectorOptions, memory: Memory, handlers: SocketHandlers): LinkSocket {
  let isOver = false;
  const giveUp = (): void => void (isOver || handlers.closed(CLOSE.lost));
  // Only when the server answers: a browser may remember for ever that a module could not be fetched.
  const goOn = async (): Promise<void> => {
    if ((await askReach(options)) !== 'reachable') return giveUp();
    memory.chooser ??= await loadChooser(options, memory.socketWorked);
    if (!isOver) inner = memory.chooser(handlers);
  };
  let inner = watchFirstFrame(options.socket, options.after, {
    ...handlers,
    came() {
      memory.socketWorked = true;
      memory.failedOpens = 0;
    },
    failed(silent) {
      memory.failedOpens += 1;
      if (silent || memory.failedOpens >= MOST_FAILED_OPENS) goOn().catch(giveUp);
      else giveUp();
    },
  });
  return {
    send: (data) => inner.send(data),
    close(code) {
      isOver = true;
      inner.close(code);
    },
  };
}

async function loadChooser(options: ConnectorOptions, socketWorked: boolean): Promise<Connect> {
  const [{ createChooser }, requests] = await Promise.all([import('./chooser.ts'), options.loadRequests()]);
  return createChooser({ ...options, requests, socketWorked });
}
