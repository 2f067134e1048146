// The console's window: its socket, its clocks, and its going to sleep and waking up.
import { createConnector, type LinkSocket, type SocketHandlers } from '#protocol/link';
import type { DeskLink, DeskPlatform } from './desk-link.ts';

function openSocket(handlers: SocketHandlers): LinkSocket {
  const url = new URL('/console/socket', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url);
  socket.addEventListener('open', () => handlers.opened());
  socket.addEventListener('message', (event) => handlers.received(String(event.data)));
  socket.addEventListener('close', (event) => handlers.closed(event.code));
  return socket;
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

export const browserPlatform: DeskPlatform = {
  connect: createConnector({
    socket: openSocket,
    ping: async () => (await fetch('/v1/ping', { cache: 'no-store' })).status,
    loadRequests: async () => (await import('./line-requests.ts')).createLineRequests(),
    after,
  }),
  now: () => performance.now(),
  random: () => Math.random(),
  after,
  newId: () => crypto.randomUUID(),
  wallClock: () => Date.now(),
};

/** Returns how to stop listening. */
export function followPage(link: DeskLink): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const attend = (): void => {
    link.act({ type: 'attention', on: document.visibilityState === 'visible' && document.hasFocus() });
  };
  window.addEventListener('focus', attend, { signal });
  window.addEventListener('blur', attend, { signal });
  // A browser that says it is off line may be wrong, and its socket looks alive for a while: ask the server.
  window.addEventListener('offline', () => link.wake(), { signal });
  window.addEventListener('online', () => link.wake(), { signal });
  window.addEventListener('pagehide', () => link.stop(), { signal });
  window.addEventListener('pageshow', (event) => event.persisted && link.start(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      attend();
      if (document.visibilityState === 'visible') link.wake();
    },
    { signal },
  );
  attend();
  return () => stop.abort();
}
