// What it costs to judge whether someone is stuck: the file with the detector that `npm run build` made, in bytes after gzip.
// All of it: signals, score, gates, decision and reasons. Only the names of the protocol are in the file that the whole widget shares.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../dist/widget/', import.meta.url));
const DETECTOR_BYTES = 3_000;

it('the detector stays within its budget', () => {
  const file = readdirSync(folder).find((name) => /^watch-.*\.js$/.test(name));
  if (file === undefined) throw new Error('No detector in dist/widget: run npm run build first.');
  const code = readFileSync(`${folder}${file}`, 'utf8');
  // From the first observation to the last gate and the reasons.
  for (const part of ['select-text', 'no-breakpoint', 'reasons:']) expect(code).toContain(part);
  const bytes = gzipSync(code).length;
  process.stdout.write(`Detector: ${bytes} bytes after gzip\n`);
  expect(bytes).toBeLessThanOrEqual(DETECTOR_BYTES);
});
