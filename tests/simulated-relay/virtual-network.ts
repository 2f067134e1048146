// How a client reaches the server: a handshake that takes its time, fails or hangs, and the one request that starts a conversation.
import type { LinkSocket, SocketHandlers } from '#protocol/link';
import { conversationStart } from '#protocol/schemas';
import { StoreUnavailable } from '../../server/application/ports.ts';
import { startConversation } from '../../server/application/visitor-entry.ts';
import type { Chance } from '../simulation/chance.ts';
import type { Who } from './places.ts';
import type { VirtualServer } from './virtual-server.ts';
import type { Host, VirtualTime } from './virtual-time.ts';
import type { Wire } from './virtual-wire.ts';

const LOST = 1006;

/** A client's machine on the network. */
export interface Place {
  who: Who;
  label: string;
  host: Host;
  offlineUntil: number;
}

/** A socket that is being opened: the browser has it before the server does. */
class Dial implements LinkSocket {
  wire: Wire | null = null;
  isClosed = false;

  send(data: string): void {
    this.wire?.send(data);
  }

  close(): void {
    this.isClosed = true;
    this.wire?.close();
  }
}

export class VirtualNetwork {
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  readonly #server: () => VirtualServer;

  constructor(time: VirtualTime, chance: Chance, server: () => VirtualServer) {
    this.#time = time;
    this.#chance = chance;
    this.#server = server;
  }

  /** ms for one way: mostly a good line, now and then a bad moment. */
  delay(): number {
    const chance = this.#chance;
    return chance.happens(0.02) ? chance.between(100, 1_500) : chance.between(1, 30);
  }

  isOffline(place: Place): boolean {
    return place.offlineUntil > this.#time.now;
  }

  connect(place: Place, handlers: SocketHandlers): LinkSocket {
    const dial = new Dial();
    place.host.after(this.delay(), () => {
      const server = this.#server();
      if (dial.isClosed) return;
      if (this.isOffline(place)) {
        // Refused by the machine itself, or swallowed by something on the way: then the link's own deadline must act.
        if (this.#chance.happens(0.5)) handlers.closed(LOST);
      } else if (server.host.isDead || !server.isReady) handlers.closed(LOST);
      else if (!server.host.isFrozen) {
        dial.wire = server.connect({ who: place.who, label: place.label, client: place.host }, handlers);
      }
    });
    return dial;
  }

  /** POST …/conversations; the answer may get lost although the server did it, or never come: then the page must give up. */
  request(place: Place, body: string, signal?: AbortSignal): Promise<Response> {
    return new Promise((resolve, reject) => {
      const { host, who } = place;
      const fail = (): void => reject(new TypeError('Failed to fetch'));
      signal?.addEventListener('abort', fail);
      host.after(this.delay(), () => {
        const server = this.#server();
        if (this.isOffline(place) || server.host.isDead || !server.isReady || who.kind !== 'visitor')
          return fail();
        server.host.after(0, () => {
          void this.#answer(server, who, body).then((response) => {
            const isLost = this.#chance.happens(0.1);
            host.after(this.delay(), () => (isLost ? fail() : resolve(response)));
          });
        });
      });
    });
  }

  async #answer(
    server: VirtualServer,
    who: Extract<Who, { kind: 'visitor' }>,
    body: string,
  ): Promise<Response> {
    try {
      const start = conversationStart.parse(JSON.parse(body));
      const { conversation } = await startConversation(server.relay, who.site, start);
      return Response.json({ conversation });
    } catch (error) {
      if (error instanceof StoreUnavailable) return new Response(null, { status: 503 });
      throw error;
    }
  }
}
