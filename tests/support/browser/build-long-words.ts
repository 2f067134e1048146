/** The product as it is built, but every Dutch text of the widget is twice as long: for people who look whether it still fits. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';
import { SITE_WORDS } from '../../../scripts/write-words.ts';
import { lengthenAll } from './lengthen.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const LENGTHEN = JSON.stringify(join(import.meta.dirname, 'lengthen.ts'));
const USUAL = 'export const nl = {';

function createPlugin(seen: Set<string>): Plugin {
  return {
    name: 'long-words',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/widget\/panel\/.*i18n\/nl\.ts$/.test(id)) return null;
      if (!code.includes(USUAL)) throw new Error(`No "${USUAL}" in ${id}.`);
      seen.add(id);
      return `import { lengthenAll } from ${LENGTHEN};\n${code.replace(USUAL, 'const usual = {')}\nexport const nl = lengthenAll(usual);`;
    },
  };
}

/** Gives the folder, as `dist` would be; the console in it is the usual one. */
export async function buildLongWords(): Promise<string> {
  const dist = mkdtempSync(join(tmpdir(), 'vangnet-long-'));
  const outDir = join(dist, 'widget');
  const seen = new Set<string>();
  const common: InlineConfig = { logLevel: 'error', plugins: [createPlugin(seen)] };
  await build({ ...common, configFile: join(root, 'widget/vite.panel.ts'), build: { outDir } });
  const manifest: Record<string, { file: string }> = JSON.parse(
    readFileSync(join(outDir, 'manifest.json'), 'utf8'),
  );
  const file = (entry: string) => JSON.stringify(manifest[entry]?.file);
  await build({
    ...common,
    configFile: join(root, 'widget/vite.loader.ts'),
    define: { __VANGNET_DESK__: file('desk.ts'), __VANGNET_CROWD__: file('crowd/crowd.ts') },
    build: { outDir },
  });
  if (seen.size < 5) throw new Error(`Only these words are long: ${[...seen].join(', ')}`);
  const { element, button, offer } = SITE_WORDS.nl;
  const nl = { element, button: lengthenAll(button), offer: lengthenAll(offer) };
  writeFileSync(join(dist, 'words.json'), JSON.stringify({ ...SITE_WORDS, nl }));
  cpSync(join(root, 'dist/console'), join(dist, 'console'), { recursive: true });
  return dist;
}
