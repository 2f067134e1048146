// The one door from the conversation to the machine: sockets, requests, clocks and chance. Tests bring their own.
import type { LineRequests, LinkPlatform, LinkSocket, SocketHandlers } from '#protocol/link';

export interface Surroundings extends Omit<LinkPlatform, 'connect'> {
  connect(url: string, handlers: SocketHandlers): LinkSocket;
  /** A request without cookies or referrer; rejects when the network or a policy is in the way, or `signal` says so. */
  request(url: string, body?: string, signal?: AbortSignal): Promise<Response>;
  /** Lines over HTTP below this address; fetched only where a WebSocket is kept away. */
  loadRequests(url: string): Promise<LineRequests>;
}

export const BROWSER: Surroundings = {
  connect(url, handlers) {
    const socket = new WebSocket(url);
    socket.onopen = () => handlers.opened();
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (typeof event.data === 'string') handlers.received(event.data);
    };
    socket.onclose = (event) => handlers.closed(event.code);
    return socket;
  },
  request: (url, body, signal) =>
    fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: signal ?? null,
      ...(body === undefined ? {} : { method: 'POST', body }),
    }),
  loadRequests: async (url) => (await import('./line-requests.ts')).createLineRequests(url),
  now: () => performance.now(),
  random: () => Math.random(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
