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
let line: Line;

beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const accepted = once(server, 'connection');
  reader = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(reader, 'open');
  const [socket] = await accepted;
  line = new Line(socket, new ManualClock(), createSeededRandom());
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
