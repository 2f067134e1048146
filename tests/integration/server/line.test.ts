// One line on a real socket whose other end does not read: when the server calls it stuck, and when not.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { CLOSE, type ToVisitorFrame } from '#protocol';
import { Line } from '../../../server/realtime/line.ts';
import { ManualClock } from '../../support/server/manual-clock.ts';
import { createSeededRandom } from '../../support/server/seeded-random.ts';

/** More than the buffers of the system take in without a reader. */
const MUCH = 8 * 1024 * 1024;

const frameOf = (bytes: number): ToVisitorFrame => ({
  type: 'events',
  events: [
    { seq: 1, at: 0, kind: 'message', id: 'a', from: 'visitor', author: null, text: 'x'.repeat(bytes) },
  ],
  more: false,
});

let server: WebSocketServer;
let reader: WebSocket;
let clock: ManualClock;
let line: Line;
/** Over the stream under the socket, as the upgrade handler makes it. */
let joined: Line;

beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const accepted = once(server, 'connection');
  reader = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(reader, 'open');
  const [socket, request] = await accepted;
  line = new Line(socket, new ManualClock(), createSeededRandom());
  clock = new ManualClock();
  joined = new Line(socket, clock, createSeededRandom(), request.socket);
});

afterEach(() => {
  reader.terminate();
  line.terminate();
  server.close();
});

describe('[S5] a line', () => {
  it('is not stuck because one frame is big', async () => {
    line.send(frameOf(MUCH));
    expect(line.isCongested).toBe(true);
    expect(line.isClosing).toBe(false);
    await once(reader, 'message');
    expect(line.isClosing).toBe(false);
  });

  it('closes with 1013 when what was sent stays unread, and not before', async () => {
    reader.pause();
    line.send(frameOf(MUCH));
    line.send({ type: 'heartbeat', t: 0 });
    expect(line.isClosing).toBe(true);
    const closed = once(reader, 'close');
    reader.resume();
    expect((await closed)[0]).toBe(CLOSE.overload);
  });
});

/** Heard until the line closes. */
async function hearAll(): Promise<{ texts: string[]; code: number }> {
  const texts: string[] = [];
  reader.on('message', (data) => texts.push(String(data)));
  const [code] = await once(reader, 'close');
  return { texts, code };
}

describe('what a line says in one turn', () => {
  it('arrives frame by frame, at every length that the protocol writes in another way', async () => {
    const heard = hearAll();
    const texts = [1, 125, 126, 127, 65_535, 65_536, 70_000].map((length) => 'x'.repeat(length));
    texts.push('één tram 🚋 verder', '\u{1f68b}'.repeat(40_000));
    for (const text of texts) joined.sendText(text);
    joined.close(CLOSE.restart);
    expect(await heard).toEqual({ texts, code: CLOSE.restart });
  });

  it('keeps its order around a ping, and a close is the last', async () => {
    const heard = hearAll();
    const pinged = once(reader, 'ping');
    joined.greet();
    joined.sendText('before');
    clock.advance(30_000);
    joined.tick(30_000);
    joined.sendText('after');
    joined.close(CLOSE.overload);
    joined.sendText('too late');
    const texts = ['before', '{"type":"heartbeat","t":30000}', 'after'];
    expect(await heard).toEqual({ texts, code: CLOSE.overload });
    await pinged;
  });

  it('[S5] counts as unread at once', () => {
    joined.sendText('x'.repeat(300 * 1024));
    expect(joined.isCongested).toBe(true);
    joined.sendText('x'.repeat(900 * 1024));
    expect(joined.isClosing).toBe(false);
    joined.sendText('x');
    expect(joined.isClosing).toBe(true);
  });
});
