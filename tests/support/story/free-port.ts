// A port for a server that must come back on the same one, or that must be known before it starts.
import { createServer } from 'node:net';

/** Below the ephemeral range, so that no outgoing connection of a neighbour test takes it between two starts. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = 22_000 + Math.floor(Math.random() * 8_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error('No free port found between 22000 and 30000.');
}
