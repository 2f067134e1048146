// The budget is a test: what a page view and a conversation cost, in bytes after brotli, of the files that `npm run build` made.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../dist/widget/', import.meta.url));
const LOADER_BYTES = 5_000;
const PANEL_BYTES = 15_000;
const FALLBACK_BYTES = 2_000;
const WAYS_BYTES = 5_000;

function read(name: RegExp): string {
  const file = readdirSync(folder).find((candidate) => name.test(candidate));
  if (file === undefined) throw new Error(`No ${name} in dist/widget: run npm run build first.`);
  return readFileSync(`${folder}${file}`, 'utf8');
}

const weigh = (...names: RegExp[]): number =>
  names.reduce((sum, name) => sum + brotliCompressSync(read(name)).length, 0);

describe('bytes after brotli', () => {
  const loader = weigh(/^vangnet\.js$/);
  const desk = weigh(/^desk-.*\.js$/, /^shared-.*\.js$/);
  const panel = weigh(/^panel-.*\.js$/);
  const conversation = weigh(/^conversation-.*\.js$/);

  it('loader and panel stay within their budget', () => {
    const figures = `loader ${loader}, desk ${desk}, panel ${panel}, conversation ${conversation}`;
    process.stdout.write(`Bytes after brotli: ${figures}\n`);
    expect(loader).toBeLessThanOrEqual(LOADER_BYTES);
    expect(panel).toBeLessThanOrEqual(PANEL_BYTES);
  });

  it('what few need is not in the panel: the other ways are a file of their own', () => {
    expect(weigh(/^ways-code-.*\.js$/)).toBeLessThanOrEqual(WAYS_BYTES);
    expect(read(/^panel-.*\.js$/)).toMatch(/import\(["'`]\.\/ways-code-/);
  });

  it('[F1] lines over HTTP are chunks of their own, which nothing loads with the page', () => {
    const others = readdirSync(folder)
      .filter((file) => file.endsWith('.js') && !/^(chooser|line-requests)-/.test(file))
      .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
      .join('\n');
    expect(weigh(/^chooser-.*\.js$/, /^line-requests-.*\.js$/)).toBeLessThanOrEqual(FALLBACK_BYTES);
    expect(others).toMatch(/import\(["'`]\.\/chooser-/);
    expect(others).not.toMatch(/(from|import)\s*["'`]\.\/(chooser|line-requests)-/);
    expect(others).not.toMatch(/TextDecoderStream/);
  });

  it('no schema library and no compatibility layer reach the citizen', () => {
    const everything = readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
      .join('\n');
    expect(everything).not.toMatch(/ZodError|invalid_union|unrecognized_keys|createPortal/);
  });
});
