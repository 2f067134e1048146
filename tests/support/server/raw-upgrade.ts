// A handshake without a client behind it: thousands of them cost a test little.
import { connect, type Socket } from 'node:net';
import { SITE } from './people.ts';

export interface RawUpgrade {
  status: number;
  /** Status line and headers. */
  head: string;
  socket: Socket;
}

export function upgradeRaw(
  url: string,
  origin = url,
  headers: Record<string, string> = {},
): Promise<RawUpgrade> {
  const { port } = new URL(url);
  const lines = [
    `GET /v1/sites/${SITE}/socket HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Origin: ${origin}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    let head = '';
    socket.on('data', function collect(data: Buffer) {
      head += data.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      socket.off('data', collect);
      resolve({ status: Number(head.split(' ')[1]), head: head.replaceAll('\r', ''), socket });
    });
    socket.on('error', reject);
  });
}
