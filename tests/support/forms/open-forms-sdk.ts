/** Gets the real Open Forms SDK from the npm registry, once, and checks that it is the one we know. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const VERSION = '3.3.0';
const PACKAGE = `@open-formulieren/sdk@${VERSION}`;
/** As published on the npm registry. A plain install fails on a git dependency; the packed file needs none. */
export const SDK_INTEGRITY =
  'sha512-r2GgrOD9anON2ol/MnVDmczkH4HL4RxXLMut5mIcUb8Uzrhw1QkSlfctPZXdqDLmO6+o1v5K8a74n6FOpKLPrg==';
/** 11 MB: half a minute is slow already, two minutes is a line that does not work. */
const DOWNLOAD_MS = 120_000;
const CACHE = join(import.meta.dirname, '../../../.cache/open-forms-sdk');
const WANTED = ['open-forms-sdk.js', 'open-forms-sdk.css', 'static'];

/** Answers with the folder that holds open-forms-sdk.js, open-forms-sdk.css and static/media. */
export async function obtainOpenFormsSdk(): Promise<string> {
  const home = join(CACHE, VERSION);
  if (existsSync(home)) return home;
  await mkdir(CACHE, { recursive: true });
  // In a folder of its own until it is whole: two test files may ask at the same time, and either may be stopped half-way.
  const work = await mkdtemp(join(CACHE, 'unpack-'));
  try {
    const archive = join(work, await download(work));
    verifyIntegrity(await readFile(archive), SDK_INTEGRITY);
    const dist = await mkdtemp(join(work, 'dist-'));
    const wanted = WANTED.map((name) => `package/dist/${name}`);
    await run('tar', ['-xzf', archive, '-C', dist, '--strip-components=2', ...wanted]);
    await rename(dist, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return home;
}

export function verifyIntegrity(bytes: Uint8Array, expected: string): void {
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== expected)
    throw new Error(`${PACKAGE} is not the file we know: expected ${expected}, got ${found}.`);
}

async function download(folder: string): Promise<string> {
  const args = ['pack', PACKAGE, '--ignore-scripts', '--silent', '--pack-destination', folder];
  try {
    const { stdout } = await run('npm', args, { cwd: folder, timeout: DOWNLOAD_MS });
    return stdout.trim();
  } catch (cause) {
    throw new Error(
      `Could not get ${PACKAGE} from the npm registry. The tests on a real Open Forms form need it once; ` +
        'connect to the registry and run them again.',
      { cause },
    );
  }
}
