// What the webmaster wrote on the script tag. An unknown value warns once and falls back; it never stops the page.
import type { Mode } from './offer/report.ts';

export interface Tag {
  server: string;
  siteId: string;
  mode: Mode;
  /** As it was written: the relay knows which languages there are. */
  language: string | undefined;
  /** Says on the page's own console, for its webmaster, that a value means nothing. */
  warn(name: string): void;
  /** CSS selector of the forms to watch; absent means every form-like region. */
  form: string | undefined;
  atLeft: boolean;
  inspect: boolean;
}

export function readTag(script: HTMLScriptElement): Tag | undefined {
  const read = (name: string) => script.dataset[name];
  // biome-ignore lint/suspicious/noConsole: the webmaster has no other place to read it.
  const warn = (name: string) => console.warn(`Vangnet: data-${name}="${read(name)}"?`);
  /** The first value is the default. */
  const choose = <T extends string>(name: string, first: T, ...others: T[]): T => {
    const found = [first, ...others].find((value) => value === read(name));
    if (!found && name in script.dataset) warn(name);
    return found ?? first;
  };
  const { dir } = document.documentElement;
  const siteId = read('site');
  let form = read('form');
  try {
    if (form) document.querySelector(form);
  } catch {
    warn('form');
    form = undefined;
  }
  if (!siteId) return void warn('site');
  return {
    server: new URL(script.src).origin,
    siteId,
    mode: choose('mode', 'proactive', 'button', 'off'),
    language: read('language'),
    form,
    atLeft: (choose('position', 'end', 'start') === 'start') !== (dir === 'rtl'),
    inspect: 'inspect' in script.dataset,
    warn,
  };
}
