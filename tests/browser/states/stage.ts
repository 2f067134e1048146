/** One citizen on a gemeente page with the widget as it is shipped, and a relay that does what the script of the state says. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { type FakeRelay, type Served, startFakeRelay } from '../panel/fake-relay.ts';
import { isLook, type LookName, writeHostPage } from './host-pages.ts';

const built = fileURLToPath(new URL('../../../dist/widget/', import.meta.url));

export interface Stage {
  page: Page;
  relay: FakeRelay;
  /** What the relay stamps on what is said. */
  clock: { now: number };
  button(name: string | RegExp): Locator;
  text(words: string | RegExp): Locator;
  box: Locator;
}

export interface State {
  name: string;
  /** Attributes of the tag. */
  attributes?: string;
  /** The page's own clock can be turned. */
  withClock?: boolean;
  /** The code that comes later cannot be had. */
  withoutChunks?: boolean;
  prepare?(relay: FakeRelay): void;
  reach(stage: Stage): Promise<void>;
}

/** What `npm run build` made, read once. */
export function readBuilt(): Map<string, Served> {
  const names = readdirSync(built).filter((name) => name.endsWith('.js'));
  if (names.length === 0) throw new Error('dist/widget is not there: run npm run build.');
  const path = (name: string) => (name === 'vangnet.js' ? '/vangnet.js' : `/widget/${name}`);
  return new Map(
    names.map((name) => [path(name), { type: 'text/javascript', body: readFileSync(built + name) }]),
  );
}

interface OpenOptions {
  files: ReadonlyMap<string, Served>;
  port: number;
  look: LookName;
}

/** Calls `use` once the state is reached, and cleans up. */
export async function withState(
  state: State,
  context: BrowserContext,
  { files, port, look }: OpenOptions,
  use: (stage: Stage) => Promise<void>,
): Promise<void> {
  const { attributes = '', withClock, withoutChunks, prepare, reach } = state;
  const clock = { now: Date.now() };
  function serve(path: string): Served | null {
    const name = path.slice(1);
    if (isLook(name)) return { type: 'text/html; charset=utf-8', body: writeHostPage(name, attributes) };
    return withoutChunks && path.startsWith('/widget/') ? null : (files.get(path) ?? null);
  }
  const relay = await startFakeRelay(port, serve, () => clock.now);
  try {
    prepare?.(relay);
    const page = await context.newPage();
    if (withClock) await page.clock.install();
    await page.goto(`${relay.origin}/${look}`);
    const stage: Stage = {
      page,
      relay,
      clock,
      button: (name) => page.getByRole('button', { name, exact: typeof name === 'string' }),
      text: (words) => page.getByText(words),
      box: page.getByRole('textbox', { name: 'Uw bericht' }),
    };
    await stage.button('Chat met ons').waitFor();
    await reach(stage);
    await use(stage);
  } finally {
    await relay.close();
  }
}
