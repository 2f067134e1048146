// Bytes after brotli of what the build made: each page view, the panel, and all that a conversation fetched.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { BUILT } from './stage.ts';

const weigh = (file: string): number => brotliCompressSync(readFileSync(`${BUILT}${file}`)).length;

/** Each file once: what was fetched ahead and used later is asked for twice and sent once. */
function listFetched(origin: string, requests: readonly string[]): string[] {
  const ours = requests.filter((url) => url.startsWith(origin) && url.endsWith('.js'));
  return [...new Set(ours.map((url) => url.split('/').at(-1) ?? ''))];
}

export function weighFiles(origin: string, requests: readonly string[]) {
  const files = Object.fromEntries(listFetched(origin, requests).map((file) => [file, weigh(file)]));
  const panel = readdirSync(BUILT).find((file) => /^panel-.*\.js$/.test(file)) ?? '';
  return {
    loaderBrotli: weigh('vangnet.js'),
    panelBrotli: weigh(panel),
    conversationBrotli: Object.values(files).reduce((sum, bytes) => sum + bytes, 0),
    files,
  };
}
