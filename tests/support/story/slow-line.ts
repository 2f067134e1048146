// A mobile line in front of a server: every connection takes a round trip to come about, every byte half of one, and all share the width.
import { createServer, connect as dial, type Socket } from 'node:net';

export interface SlowLine {
  readonly url: string;
  close(): Promise<void>;
}

export interface LineQuality {
  roundTripMs: number;
  bitsPerSecond: number;
}

/** Delays what comes out of `from`, in order; no bytes at all is its end. */
function carry(from: Socket, to: Socket, quality: LineQuality, openAt: number): void {
  const onTheWay: { at: number; bytes: Buffer | null }[] = [];
  let freeAt = openAt;
  function deliver(): void {
    while (onTheWay[0] !== undefined && onTheWay[0].at <= performance.now()) {
      const bytes = onTheWay.shift()?.bytes;
      if (bytes && to.writable) to.write(bytes);
      else if (!bytes) to.end();
    }
    const next = onTheWay[0];
    if (next !== undefined) setTimeout(deliver, Math.max(1, next.at - performance.now()));
  }
  function take(bytes: Buffer | null): void {
    freeAt = Math.max(freeAt, performance.now()) + ((bytes?.length ?? 0) * 8_000) / quality.bitsPerSecond;
    onTheWay.push({ at: freeAt + quality.roundTripMs / 2, bytes });
    if (onTheWay.length === 1) deliver();
  }
  from.on('data', take);
  from.on('end', () => take(null));
  from.on('error', () => to.destroy());
}

export async function startSlowLine(port: number, target: number, quality: LineQuality): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = dial(target, '127.0.0.1');
    // The handshake of TCP: the browser's own is with this machine and costs nothing.
    const openAt = performance.now() + quality.roundTripMs;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.setNoDelay(true);
    }
    carry(near, far, quality, openAt);
    carry(far, near, quality, openAt);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
