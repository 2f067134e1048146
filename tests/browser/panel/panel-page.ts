/** The panel as it is shipped, on a page with a form: built once, served next to the relay, opened with a button as the loader does. */
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import type { Served } from './fake-relay.ts';

const room = fileURLToPath(new URL('../../../widget/', import.meta.url));

/** What the loader takes over from the page. `none`: a page without any theme. */
const THEMES = {
  none: '',
  voorbeeld:
    '--vn-action-bg:#2450c2;--vn-action-fg:#fff;--vn-surface:#fff;--vn-text:#1c1c1c;--vn-border:#6b7280;--vn-link:#2450c2;--vn-focus:#0b0c0c;--vn-focus-inverse:#ffdd00;--vn-font:Georgia,serif;--vn-radius:8px;--vn-danger:#b00020',
  dark: '--vn-action-bg:#9ec1ff;--vn-action-fg:#0b1220;--vn-surface:#12161d;--vn-text:#f1f3f5;--vn-border:#8a94a3;--vn-link:#9ec1ff;--vn-focus:#ffdd00;--vn-focus-inverse:#0b0c0c;--vn-font:system-ui;--vn-radius:4px;--vn-danger:#ffb4ab',
};
export type Theme = keyof typeof THEMES;

export async function buildPanel(): Promise<(path: string) => Served | null> {
  const built = await build({
    root: room,
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: { panel: `${room}panel/panel.tsx`, sign: `${room}panel/sign/sign.ts` },
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const outputs: Rolldown.RolldownOutput[] = [];
  for (const one of [built].flat()) if ('output' in one) outputs.push(one);
  const files = new Map(
    outputs.flatMap(({ output }) => output).map((file) => [`/widget/${file.fileName}`, read(file)]),
  );
  return (path) => {
    const body = files.get(path);
    if (body !== undefined) return { type: 'text/javascript', body };
    const theme = path.slice(1);
    return isTheme(theme) ? { type: 'text/html; charset=utf-8', body: writePage(theme) } : null;
  };
}

function isTheme(word: string): word is Theme {
  return Object.hasOwn(THEMES, word);
}

function read(file: Rolldown.OutputChunk | Rolldown.OutputAsset): string | Uint8Array {
  return file.type === 'chunk' ? file.code : file.source;
}

function writePage(theme: Theme): string {
  const dark = theme === 'dark' ? 'background:#0b0d11;color:#f1f3f5' : '';
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Bijzondere bijstand</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{margin:0;padding:16px;font-family:sans-serif;max-width:640px;${dark}} vangnet-widget{${THEMES[theme]}}
a{color:inherit} label{display:block;margin-top:16px} input{font-size:16px;padding:8px}</style></head>
<body><main><h1>Bijzondere bijstand aanvragen</h1><p>Stap 3 van 6: uw inkomen.</p>
<label>Netto inkomen per maand <input name="inkomen"></label><label>IBAN <input name="iban"></label>
<p><a href="?volgende">Volgende stap</a></p></main>
<script type="module">${OPENER}</script></body></html>`;
}

/** Stands in for the loader: the button, and the host that the panel asks. */
const OPENER = `
const widget = document.createElement('vangnet-widget');
const root = widget.attachShadow({ mode: 'open' });
const button = document.createElement('button');
button.textContent = 'Chat met ons';
root.append(button);
document.body.append(widget);
document.addEventListener('keydown', (event) => { window.pageKeys = (window.pageKeys ?? '') + event.key; });
window.told = [];
const query = new URLSearchParams(location.search);
const server = query.get('relay') ?? location.origin;
const siteId = query.get('site') ?? 'proef';
const readSite = async (spoken) => (await fetch(server + '/v1/sites/' + siteId + '?language=' + spoken)).json();
const language = query.get('taal') ?? 'nl';
async function mount() {
  const [{ openPanel }, { createSign }, site] = await Promise.all([import('/widget/panel.js'), import('/widget/sign.js'), readSite(language)]);
  window.panel = openPanel({
    root, site, server, siteId, language, offer: query.get('aanbod'),
    context: () => ({
      form: 'Bijzondere bijstand aanvragen', step: { name: 'Inkomen', index: 3, of: 6 },
      field: { id: 'inkomen', label: 'Netto inkomen per maand' },
      reasons: [{ code: 'repeated-error', field: 'inkomen', count: 2, weight: 1.4 }, { code: 'dwell', field: 'inkomen', weight: 0.6 }],
      page: location.origin + location.pathname,
    }),
    emit: (name, detail) => window.told.push([name, detail]),
    closed: () => { button.hidden = false; button.focus(); },
    sign: createSign(root, button),
    refreshSite: readSite,
  });
  button.hidden = window.panel.state().open;
}
button.onclick = async () => {
  if (window.panel) window.panel.open(); else await mount();
  button.hidden = true;
};
if (sessionStorage.getItem('vangnet:' + siteId)) await mount();
`;
