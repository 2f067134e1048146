// The pinned peer: another chat from npm, weighed on the same page in the same run. A development dependency; nothing of it is ever shipped.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(require.resolve('deep-chat/package.json'), 'utf8'));
const bundle = readFileSync(require.resolve('deep-chat/dist/deepChat.bundle.js'));

export const PEER = {
  name: String(manifest.name),
  version: String(manifest.version),
  brotli: brotliCompressSync(bundle).length,
  bundle,
  path: '/deepChat.bundle.js',
  /** Its bundle is a module, so its tag says so; it comes from another origin and holds nothing up, as ours. */
  tag: (origin: string) => `<script type="module" async src="${origin}/deepChat.bundle.js"></script>`,
  /** Fixed in a corner, so that it moves nothing on the page; `connect` only names where messages would go. */
  element: `<deep-chat style="position:fixed;right:16px;bottom:16px" connect='{"url":"/berichten"}'></deep-chat>`,
};
