// A proxy that can turn into a black hole, one way or both: connections stay open and what is sent disappears.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Direction = 'up' | 'down';

export interface BlackHole {
  url: string;
  /** From now on, on every connection there is; `up` is towards the server. New connections pass. */
  swallow(...directions: Direction[]): void;
  close(): Promise<void>;
}

interface Pair {
  client: Socket;
  server: Socket;
  swallowed: Set<Direction>;
}

function join({ client, server, swallowed }: Pair): void {
  client.on('data', (data) => swallowed.has('up') || server.write(data));
  server.on('data', (data) => swallowed.has('down') || client.write(data));
  const end = (): void => {
    // A hole swallows the goodbye as well.
    if (!swallowed.has('up')) server.destroy();
    if (!swallowed.has('down')) client.destroy();
  };
  for (const socket of [client, server]) socket.on('close', end).on('error', end);
}

export async function startBlackHole(target: string): Promise<BlackHole> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<Pair>();
  const proxy = createServer((client) => {
    const pair: Pair = { client, server: connect(Number(port), hostname), swallowed: new Set() };
    pairs.add(pair);
    join(pair);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port: own } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    swallow(...directions) {
      for (const { swallowed } of pairs) for (const direction of directions) swallowed.add(direction);
    },
    async close() {
      const closed = once(proxy, 'close');
      proxy.close();
      for (const { client, server } of pairs) {
        client.destroy();
        server.destroy();
      }
      await closed;
    },
  };
}
