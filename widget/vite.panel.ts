// Builds what is fetched later: the offer desk, and behind it panel and inspector, as ES modules with a hash in their name.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const room = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: room('.'),
  publicDir: false,
  base: './',
  build: {
    outDir: room('../dist/widget'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    // Not `build.lib` with format es: that keeps white space and annotations, a tenth more bytes.
    rolldownOptions: {
      input: { desk: room('desk.ts') },
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
