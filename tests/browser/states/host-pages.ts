/** Gemeente pages of several looks around one form, each with the tag as a webmaster adds it. */
import { readFileSync } from 'node:fs';

const VOORBEELD = new URL(
  '../../../node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css',
  import.meta.url,
);

/** The families' names with colours of our own: tokens of a gemeente are read at run time only, and never kept. */
const UTRECHT = `.proef-theme {
--utrecht-document-background-color:#fff; --utrecht-document-color:#222; --utrecht-document-font-family:Georgia,serif;
--utrecht-button-primary-action-background-color:#b10a2b; --utrecht-button-primary-action-color:#fff;
--utrecht-button-border-radius:0; --utrecht-link-color:#1b55a0; --utrecht-textbox-border-color:#6b6b6b;
--utrecht-focus-outline-color:#000; --utrecht-focus-inverse-outline-color:#fd0; --utrecht-feedback-danger-color:#a80000 }`;
const AMSTERDAM = `:root {
--ams-button-primary-background-color:#00509e; --ams-button-primary-color:#fff; --ams-link-color:#00509e;
--ams-color-feedback-error:#d0021b; --ams-typography-font-family:Verdana,sans-serif; --ams-color-text:#181818 }`;

interface Look {
  style: string;
  /** On the root element. */
  theme?: string;
  direction?: 'ltr' | 'rtl';
}

const LOOKS = {
  voorbeeld: { style: readFileSync(VOORBEELD, 'utf8'), theme: 'voorbeeld-theme' },
  utrecht: { style: UTRECHT, theme: 'proef-theme' },
  amsterdam: { style: AMSTERDAM },
  none: { style: '' },
  dark: { style: 'html { background: #0b0d11; color: #f1f3f5; color-scheme: dark }' },
  mirrored: { style: '', direction: 'rtl' },
} satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;
export const LOOK_NAMES = Object.keys(LOOKS).filter(isLook);

export function isLook(word: string): word is LookName {
  return Object.hasOwn(LOOKS, word);
}

interface WornLook {
  name: LookName;
  style: string;
  theme: string;
  /** What the widget took over on a page that looks so. */
  clothes: string;
}

export function readLook(name: LookName, clothes: string): WornLook {
  const { style, theme = '' }: Look = LOOKS[name];
  return { name, style, theme, clothes };
}

/** Runs in the page, once: the styles of all looks, to be put on and off. A theme is 200 kB, and costs more to read than to use. */
export function hangLooks(looks: readonly WornLook[]): void {
  document.querySelector('#look')?.remove();
  for (const { name, style } of looks) {
    const sheet = document.createElement('style');
    sheet.dataset['look'] = name;
    sheet.textContent = style;
    document.head.append(sheet);
    sheet.disabled = true;
  }
}

/** Runs in the page: another look around the same state, without a page load. */
export function wearLook({ name, theme, clothes }: Omit<WornLook, 'style'>): void {
  for (const sheet of document.querySelectorAll<HTMLStyleElement>('style[data-look]'))
    sheet.disabled = sheet.dataset['look'] !== name;
  document.documentElement.className = theme;
  document.querySelector('vangnet-widget')?.setAttribute('style', clothes);
}

/** `attributes`: of the tag. */
export function writeHostPage(name: LookName, attributes: string): string {
  const { style, theme = '', direction = 'ltr' }: Look = LOOKS[name];
  return `<!doctype html><html lang="nl" dir="${direction}" class="${theme}"><head><meta charset="utf-8"><title>Verhuizing doorgeven</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style id="look">${style}</style>
<style>body{margin:0;padding:16px;font-family:var(--utrecht-document-font-family,sans-serif);line-height:1.5;overflow-wrap:anywhere}
main{max-width:40rem} label{display:block} input{font:inherit;padding:8px;max-width:100%;box-sizing:border-box}</style>
<script src="/vangnet.js" data-site="proef" ${attributes} async></script></head>
<body><main><h1>Verhuizing doorgeven</h1><p>Stap 2 van 4</p><form novalidate><h2>Uw nieuwe adres</h2>
<p><label>Postcode <input name="postcode" required></label></p><p><label>Huisnummer <input name="huisnummer"></label></p>
<p><label>Woonplaats <input name="plaats"></label></p><p><button>Volgende</button></p></form></main>
<script>document.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); const field = event.target.postcode;
field.removeAttribute('aria-invalid'); setTimeout(() => field.setAttribute('aria-invalid', 'true'), 20); });</script></body></html>`;
}
