// Installs the dependencies when they are missing or belong to another lock file or platform.
// Runs on the machine's own Node before anything is installed: no dependencies, syntax that Node 18 parses.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules', '.vangnet-installed');

/** The Node 24 that comes with the install, whatever the machine has. */
export const node24 = join(root, 'node_modules', '.bin', 'node');

function fingerprint() {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(root, 'package-lock.json')));
  hash.update(`${process.platform}-${process.arch}`);
  return hash.digest('hex');
}

export function installWhenNeeded() {
  const wanted = fingerprint();
  const present = existsSync(stamp) && existsSync(node24) ? readFileSync(stamp, 'utf8') : '';
  if (present === wanted) return;
  console.log('Installing dependencies (once) …');
  // --include=dev: the build needs its tools also where NODE_ENV says production.
  const result = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) {
    console.error(
      'npm ci failed: see the lines above. Check the connection to your npm registry and try again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Runs a script of ours on Node 24 and gives its exit code. */
export function runNode(args, env = process.env) {
  const result = spawnSync(node24, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
  return result.status ?? 1;
}
