// Builds what browsers load: the panel, then the loader that names the panel's hashed file, and the console.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { writeWords } from './write-words.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function buildWith(configFile: string): Promise<void> {
  await build({ configFile: `${root}${configFile}`, logLevel: 'warn' });
}

rmSync(`${root}dist`, { recursive: true, force: true });
await buildWith('widget/vite.panel.ts');
await buildWith('widget/vite.loader.ts');
await buildWith('operator-console/vite.config.ts');
writeWords(`${root}dist`);
