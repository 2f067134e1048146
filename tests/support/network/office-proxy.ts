// A forward proxy as an office has one: browsers are told to use it, and it may refuse upgrades or hold every answer until it is whole.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface OfficeProxy {
  url: string;
  /** Upgrades that were not passed on. */
  withheld: number;
  close(): Promise<void>;
}

export interface Manners {
  /** Passed on when absent. `swallow`: no answer at all. */
  upgrades?: 'refuse' | 'swallow';
  /** Gives an answer on when it is complete, and not before. */
  buffers?: boolean;
}

/** A proxied request names its target in full; one in a tunnel by its Host. */
const targetOf = ({ url = '/', headers }: IncomingMessage): URL => new URL(url, `http://${headers.host}`);

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, buffers: boolean): void {
  const target = targetOf(incoming);
  const onward = request(target, { method: incoming.method, headers: incoming.headers }, (answer) => {
    const begin = () => outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    if (!buffers) {
      begin();
      answer.pipe(outgoing);
      return;
    }
    const parts: Buffer[] = [];
    answer.on('data', (part) => void parts.push(part));
    answer.on('end', () => begin().end(Buffer.concat(parts)));
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function tunnel(incoming: IncomingMessage, client: Duplex, head: Buffer): void {
  const { hostname, port, pathname, search } = targetOf(incoming);
  const server = connect(Number(port), hostname, () => {
    const rows = incoming.rawHeaders.flatMap((name, index, all) =>
      index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : [],
    );
    server.write(`GET ${pathname}${search} HTTP/1.1\r\n${rows.join('\r\n')}\r\n\r\n`);
    server.write(head);
    server.pipe(client).pipe(server);
  });
  client.on('error', () => server.destroy()).on('close', () => server.destroy());
  server.on('error', () => client.destroy()).on('close', () => client.destroy());
}

export async function startOfficeProxy(manners: Manners = {}): Promise<OfficeProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => passOn(incoming, outgoing, manners.buffers ?? false));
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  });
  // What is in a tunnel is read here all the same, as proxies with a certificate of their own do.
  server.on('connect', (_, socket: Duplex) => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    server.emit('connection', socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const proxy: OfficeProxy = {
    url: `http://127.0.0.1:${port}`,
    withheld: 0,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  server.on('upgrade', (incoming, socket, head) => {
    if (manners.upgrades === undefined) return tunnel(incoming, socket, head);
    proxy.withheld += 1;
    if (manners.upgrades === 'refuse')
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
  return proxy;
}
