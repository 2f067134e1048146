// What it costs to judge whether someone is stuck, in bytes after gzip, made small as the widget is: the judging, and that with its words.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { SMALL } from '../../widget/vite.short-names.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: `${root}${entry}`, preserveEntrySignatures: 'strict', output: SMALL },
    },
  });
  if (!('output' in built)) throw new Error('One bundle was asked for.');
  return built.output[0].code;
}

it.each([
  // Observations in, evidence, score, gates and decision out.
  ['widget/detector/watch.ts', 'select-text', 3_000],
  // And what an offer is called: reasons and gates in the words of the protocol.
  ['widget/detector/detector.ts', 'return-without-progress', 3_300],
])('%s stays within its budget', async (entry, known, budget) => {
  const code = await bundle(entry);
  const bytes = gzipSync(code).length;
  process.stdout.write(`${entry}: ${bytes} bytes after gzip\n`);
  // All of it, and not an entry of which the exports were shaken off.
  expect(code).toContain(known);
  expect(bytes).toBeLessThanOrEqual(budget);
});
