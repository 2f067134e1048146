// Builds the script of the tag: one classic IIFE, with the hashed names of the later chunks filled in. Runs after vite.panel.ts.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { SMALL } from './vite.short-names.ts';

const room = (path: string) => fileURLToPath(new URL(path, import.meta.url));

type Manifest = Record<string, { file: string }>;

function fileOf(entry: string): string {
  const manifest: Manifest = JSON.parse(readFileSync(room('../dist/widget/manifest.json'), 'utf8'));
  const chunk = manifest[entry];
  if (!chunk) throw new Error(`No ${entry} in dist/widget/manifest.json: build widget/vite.panel.ts first.`);
  return JSON.stringify(chunk.file);
}

export default defineConfig({
  root: room('.'),
  publicDir: false,
  define: { __VANGNET_DESK__: fileOf('desk.ts'), __VANGNET_CROWD__: fileOf('crowd/crowd.ts') },
  build: {
    outDir: room('../dist/widget'),
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: room('embed.ts'), name: 'vangnetTag', formats: ['iife'], fileName: () => 'vangnet.js' },
    rolldownOptions: { output: SMALL },
  },
});
