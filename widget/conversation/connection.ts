// The citizen's line to the server, and the moments at which the page says that the network or the page itself came back.
import type { ToVisitorFrame, VisitorFrame } from '#protocol';
import { createConnector, Link, type LinkState } from '#protocol/link';
import { parseFrame } from './parse-frame.ts';
import type { Surroundings } from './surroundings.ts';

export interface ConnectionOptions {
  surroundings: Surroundings;
  /** Of the site at the relay, without a slash at the end. */
  siteUrl: string;
  hello(): VisitorFrame;
  receive(frame: ToVisitorFrame): void;
  changed(state: LinkState): void;
}

export type Connection = Link<VisitorFrame, ToVisitorFrame>;

export function createConnection(options: ConnectionOptions): Connection {
  const { surroundings, siteUrl, hello, receive, changed } = options;
  const { after } = surroundings;
  const url = `${siteUrl.replace(/^http/, 'ws')}/socket`;
  const pingUrl = siteUrl.replace(/\/sites\/.*/, '/ping');
  return new Link<VisitorFrame, ToVisitorFrame>({
    platform: {
      now: surroundings.now,
      random: surroundings.random,
      after,
      connect: createConnector({
        socket: (handlers) => surroundings.connect(url, handlers),
        ping: async () => (await surroundings.request(pingUrl)).status,
        loadRequests: () => surroundings.loadRequests(siteUrl),
        after,
      }),
    },
    hello,
    parse: parseFrame,
    receive,
    changed,
  });
}

export interface PageEvents {
  woken(): void;
  /** The page goes away, perhaps into the back/forward cache. */
  hidden(): void;
  restored(): void;
}

/** An open socket keeps a page out of the back/forward cache (whatwg/html#12085): close it when the page goes, open it when it returns. */
export function watchPage(events: PageEvents, signal: AbortSignal): void {
  addEventListener('online', () => events.woken(), { signal });
  addEventListener('pagehide', () => events.hidden(), { signal });
  addEventListener('pageshow', (event) => event.persisted && events.restored(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') events.woken();
    },
    { signal },
  );
}
