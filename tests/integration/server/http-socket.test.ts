// A line over HTTP whose reader does not read: when the server calls it stuck, and that nothing grows meanwhile.
import { beforeEach, describe, expect, it } from 'vitest';
import { CLOSE, LINE_CLOSED, type ToVisitorFrame } from '#protocol';
import { HttpSocket } from '../../../server/realtime/http-socket.ts';
import { Line } from '../../../server/realtime/line.ts';
import { openStream } from '../../../server/realtime/stream-outlet.ts';
import { ManualClock } from '../../support/server/manual-clock.ts';
import { createSeededRandom } from '../../support/server/seeded-random.ts';

const KIB = 1024;
const frameOf = (bytes: number): ToVisitorFrame => ({
  type: 'events',
  events: [
    { seq: 1, at: 0, kind: 'message', id: 'a', from: 'visitor', author: null, text: 'x'.repeat(bytes) },
  ],
  more: false,
});

let socket: HttpSocket;
let line: Line;
let cuts: number;

beforeEach(() => {
  socket = new HttpSocket();
  line = new Line(socket, new ManualClock(), createSeededRandom());
  cuts = 0;
});

function open(): ReadableStreamDefaultReader<Uint8Array> {
  return openStream(socket, () => {
    cuts += 1;
  }).getReader();
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) pieces.push(piece.value);
  return Buffer.concat(pieces).toString();
}

describe('[S5] a line over HTTP', () => {
  it.each(['a stream', 'no poll'])(
    'with %s that is not read is congested, and 1013 is its last word',
    async (kind) => {
      const reader = kind === 'a stream' ? open() : null;
      line.send(frameOf(20 * KIB));
      expect(line.isCongested).toBe(false);
      for (let count = 0; count < 5; count += 1) line.send(frameOf(250 * KIB));
      expect(line.isCongested).toBe(true);
      expect(line.isClosing).toBe(false);
      line.send({ type: 'heartbeat', t: 0 });
      expect(line.isClosing).toBe(true);
      const said = await readAll(reader ?? open());
      expect(said.trimEnd().split('\n\n').at(-1)).toBe(
        `data: ${JSON.stringify({ type: LINE_CLOSED, code: CLOSE.overload })}`,
      );
    },
  );

  it('goes on when it is read again', async () => {
    const reader = open();
    line.send(frameOf(300 * KIB));
    expect(line.isCongested).toBe(true);
    await reader.read();
    expect(line.isCongested).toBe(false);
  });

  it('is cut with its connection, and says nothing more', async () => {
    const reader = open();
    line.terminate();
    line.send({ type: 'heartbeat', t: 0 });
    expect(cuts).toBe(1);
    expect(socket.bufferedAmount).toBe(0);
    await reader.cancel();
  });
});
