// A broken widget on purpose: its labels read what is typed. The privacy test is trusted because it fails on this one.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build, type Plugin } from 'vite';

const CONFIG = fileURLToPath(new URL('../../../widget/vite.panel.ts', import.meta.url));
const HONEST = 'export function labelOf(';

const readValues: Plugin = {
  name: 'read-values',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/sensors/label.ts')) return null;
    if (!code.includes(HONEST))
      throw new Error(`No "${HONEST}" in label.ts: the mutant has nothing to break.`);
    return code.replace(
      HONEST,
      `export function labelOf(field) { return field.controls[0]?.value || honestLabelOf(field); }\nfunction honestLabelOf(`,
    );
  },
};

/** Builds the broken chunks; gives what makes a page load them instead of the real ones. */
export async function buildValueReader(): Promise<(page: Page) => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), 'vangnet-mutant-'));
  await build({
    configFile: CONFIG,
    logLevel: 'error',
    plugins: [readValues],
    build: { outDir, emptyOutDir: true },
  });
  const manifest: Record<string, { file: string }> = JSON.parse(
    await readFile(join(outDir, 'manifest.json'), 'utf8'),
  );
  const entries = [manifest['desk.ts']?.file, manifest['crowd/crowd.ts']?.file];
  if (entries.includes(undefined)) throw new Error('The mutant lacks what the loader fetches.');
  return async (page) => {
    await page.route('**/widget/*.js', async (route) => {
      const name = basename(new URL(route.request().url()).pathname);
      // The loader names the real entries; everything behind them is named by the broken ones.
      const entry = entries.find((file) => file?.split('-')[0] === name.split('-')[0]);
      const body = await readFile(join(outDir, entry ?? name));
      await route.fulfill({
        body,
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
      });
    });
  };
}
