// `npm run dev`: everything, rebuilt when you save. Node restarts the server, this script rebuilds what browsers load.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { installWhenNeeded, node24, root, runNode } from './install.mjs';

const BROWSER_ROOMS = ['widget', 'operator-console', 'protocol'];
/** Editors save in bursts. */
const SETTLE_MS = 150;

installWhenNeeded();
if (runNode(['scripts/build.ts']) !== 0) process.exit(1);

const server = spawn(node24, ['--watch-preserve-output', '--watch', 'server/main.ts', '--demo'], {
  cwd: root,
  stdio: 'inherit',
});

let timer;
let building = false;
function rebuild() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (building) return rebuild();
    building = true;
    spawn(node24, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' }).once('exit', (code) => {
      building = false;
      console.log(code === 0 ? 'Rebuilt: reload the page.' : 'The build failed, see above.');
    });
  }, SETTLE_MS);
}

for (const room of BROWSER_ROOMS) {
  watch(join(root, room), { recursive: true }, rebuild);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
