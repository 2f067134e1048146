// Builds what is fetched later, as ES modules with a hash in their name: the offer desk, behind it panel and inspector, and what counts for the crowd.
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { shortNames } from './vite.short-names.ts';

const room = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Vite wraps every import() in a helper that preloads style sheets; our style travels as text, so the helper is 650 bytes for nothing. */
const noPreloadHelper: Plugin = {
  name: 'no-preload-helper',
  enforce: 'pre',
  load: (id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
};

/**
 * Of these nearly all is called at once. Told so, Chromium compiles them whole while they come, beside the page's own thread:
 * a quarter less script on it from a yes to twenty messages. Others read a comment.
 */
const ALL_CALLED = /^(panel|conversation-code|list-items)$/;

export default defineConfig({
  root: room('.'),
  publicDir: false,
  base: './',
  plugins: [noPreloadHelper, shortNames],
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
      input: { desk: room('desk.ts'), crowd: room('crowd/crowd.ts') },
      preserveEntrySignatures: 'strict',
      output: {
        topLevelVar: false,
        format: 'es',
        postBanner: ({ name }) => (ALL_CALLED.test(name) ? '//# allFunctionsCalledOnLoad' : ''),
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        // What several chunks share: one file, fetched with the first of them.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /preload-helper|protocol[\\/](names|close-codes|link-backoff)|offer[\\/]relay|panel[\\/]fetch-code|i18n[\\/]plural|sensors[\\/](heading|label|text|tree)/,
            },
            // For what comes after a conversation or instead of one.
            { name: 'post', test: /panel[\\/]post-json/ },
            // One file less to wait for when the panel opens.
            { name: 'panel', test: /preact[\\/]|widget[\\/]panel[\\/]panel\.tsx/ },
          ],
        },
      },
    },
  },
});
