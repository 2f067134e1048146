// What it costs to judge whether someone is stuck, in bytes after gzip: the detector with its words, made small as the widget is.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { SMALL } from '../../widget/vite.short-names.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const DETECTOR_BYTES = 3_900;

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

it('the detector stays within its budget', async () => {
  const code = await bundle('widget/detector/detector.ts');
  const bytes = gzipSync(code).length;
  process.stdout.write(`Detector: ${bytes} bytes after gzip\n`);
  // All of it, and not an entry of which the exports were shaken off.
  expect(code).toContain('return-without-progress');
  expect(bytes).toBeLessThanOrEqual(DETECTOR_BYTES);
});
