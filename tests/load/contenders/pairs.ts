// What both plain contenders share: pairs of sockets by the path /<pair>/<end>, with the limits of the product's own upgrade handler.
import { createServer } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';

type Receive = (sender: WebSocket, peer: WebSocket | undefined, data: RawData) => void;

export function startPairs(receive: Receive): void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: 16 * 1024,
    maxFragments: 64,
    maxBufferedChunks: 1_024,
    perMessageDeflate: false,
  });
  const ends = new Map<string, WebSocket>();
  const server = createServer();
  server.on('upgrade', (request, socket, head) => {
    const [, pair = '', end = ''] = (request.url ?? '').split('/');
    const other = `${pair}/${end === 'sender' ? 'follower' : 'sender'}`;
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      ends.set(`${pair}/${end}`, webSocket);
      let peer: WebSocket | undefined;
      webSocket.on('message', (data) => {
        peer ??= ends.get(other);
        receive(webSocket, peer, data);
      });
      webSocket.on('error', () => webSocket.terminate());
    });
  });
  server.listen(Number(process.argv[2]), '127.0.0.1', 4_096, () => process.send?.({ ready: true }));
}
