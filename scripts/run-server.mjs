// Starts the server with the flags it was measured with, hands signals on, and ends as it ends.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root } from './install.mjs';

/** One Ctrl+C can arrive twice: from the terminal and from npm. The server takes a second signal for impatience. */
const SAME_SIGNAL_MS = 1_000;
const { flags } = JSON.parse(readFileSync(join(root, 'server/node-flags.json'), 'utf8'));

export function runServer(args) {
  // In a process group of its own: signals reach the server through this process only.
  const server = spawn(node24, [...flags, 'server/main.ts', ...args], {
    cwd: root,
    stdio: 'inherit',
    detached: true,
  });
  let lastSignalAt = Number.NEGATIVE_INFINITY;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const now = performance.now();
      if (now - lastSignalAt > SAME_SIGNAL_MS) server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
      lastSignalAt = now;
    });
  }
  server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
}
