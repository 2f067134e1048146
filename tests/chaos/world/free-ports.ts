// Ports for a server that must come back on the same one: below the ephemeral range, apart from those of the other tests.
import { createServer } from 'node:net';

const FIRST = 21_000;
const COUNT = 1_000;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Not seeded: two runs beside each other must not meet. */
export async function findPorts(count: number): Promise<number[]> {
  const found: number[] = [];
  for (let tries = 0; found.length < count && tries < COUNT; tries += 1) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (!found.includes(port) && (await isFree(port))) found.push(port);
  }
  if (found.length < count) throw new Error(`No ${count} free ports from ${FIRST}.`);
  return found;
}
