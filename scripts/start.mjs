// `npm start`: from a fresh clone to a running demo. Installs when needed, builds, starts the server, hands signals on.
import { spawn } from 'node:child_process';
import { installWhenNeeded, node24, root, runNode } from './install.mjs';

/** One Ctrl+C can arrive twice: from the terminal and from npm. The server takes a second signal for impatience. */
const SAME_SIGNAL_MS = 1_000;

installWhenNeeded();
if (runNode(['scripts/build.ts']) !== 0) process.exit(1);

// In a process group of its own: signals reach the server through this process only.
const server = spawn(node24, ['server/main.ts', '--demo'], { cwd: root, stdio: 'inherit', detached: true });

let lastSignalAt = Number.NEGATIVE_INFINITY;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    const now = performance.now();
    if (now - lastSignalAt > SAME_SIGNAL_MS) server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    lastSignalAt = now;
  });
}
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
