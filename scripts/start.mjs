// `npm start`: from a fresh clone to a running demo. Installs when needed, builds, starts the server, hands signals on.
import { spawn } from 'node:child_process';
import { installWhenNeeded, node24, root, runNode } from './install.mjs';

installWhenNeeded();
if (runNode(['scripts/build.ts']) !== 0) process.exit(1);

const server = spawn(node24, ['server/main.ts', '--demo'], { cwd: root, stdio: 'inherit' });
// A terminal sends Ctrl+C to the whole group, npm sends SIGTERM to this process only: both end here, and the server decides.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
