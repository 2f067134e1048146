// One visit to a page in a browser of its own, read from outside: no locator, nothing that runs script in the page while it is timed.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { type LongFrame, READ_WATCH, WATCH_PAGE } from './watch-page.ts';

const KEY_MS = 30;
const LOOK_MS = 100;
/** What a focus sets off is over by then, the first look at a form too. */
const SETTLE_MS = 500;
/** What is not there by then will not come any more, throttled or not. */
const PATIENCE_MS = 20_000;

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface Clocks {
  /** Script that the browser started: tags, events, timers. What a promise continues is not in it, see `script-trace.ts`. */
  scriptMs: number;
  /** Everything on the main thread: script, promises, style, layout, collector. */
  taskMs: number;
}

interface Watched {
  frames: LongFrame[];
  shifts: number;
  /** Shifts that a press just before would excuse; counted apart, so that nothing hides behind a press. */
  excusedShifts: number;
}

export interface Visit {
  readonly requests: readonly string[];
  readonly sockets: readonly string[];
  clocks(): Promise<Clocks>;
  /** After a collection. */
  heapMb(): Promise<number>;
  watched(): Promise<Watched>;
  /** Evaluates without a trace in the script clock. */
  look(expression: string): Promise<unknown>;
  /** Looks until it is so. */
  see(expression: string): Promise<void>;
  /** Presses what has that name in the widget: a synthetic click, which excuses no shift of the page. */
  press(name: string): Promise<void>;
  /** Puts text where the focus is, as one input. */
  insert(text: string): Promise<void>;
  focus(field: string): Promise<void>;
  /** Real key presses where the focus is, one by one. */
  type(keys: number): Promise<void>;
  close(): Promise<void>;
}

interface VisitOptions {
  url: string;
  throttle: number;
  /** Time in which a page comes to rest before it is read. */
  restMs: number;
}

export async function startVisit(browser: Browser, { url, throttle, restMs }: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const sockets: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => sockets.push(socket.url()));
  const session = await context.newCDPSession(page);
  await session.send('Page.enable');
  // The thread's own clock: it stands still while another program has the processor.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('HeapProfiler.enable');
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH_PAGE });
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.goto(url, { waitUntil: 'load' });
  await pause(restMs);
  return createVisit(page, session, { requests, sockets });
}

function createVisit(page: Page, session: CDPSession, lists: Pick<Visit, 'requests' | 'sockets'>): Visit {
  async function look(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async function readMetrics(): Promise<Map<string, number>> {
    const { metrics } = await session.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  }

  async function see(expression: string): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while ((await look(expression)) !== true) {
      if (performance.now() > end) throw new Error(`Not seen within ${PATIENCE_MS} ms: ${expression}`);
      await pause(LOOK_MS);
    }
  }

  return {
    ...lists,
    look,
    see,
    async clocks() {
      const metrics = await readMetrics();
      const toMs = (name: string) => (metrics.get(name) ?? Number.NaN) * 1_000;
      return { scriptMs: toMs('ScriptDuration'), taskMs: toMs('TaskDuration') };
    },
    async heapMb() {
      // The second one takes what finalizers of the first let go.
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      return ((await readMetrics()).get('JSHeapUsedSize') ?? Number.NaN) / 1e6;
    },
    async watched() {
      return JSON.parse(String(await look(READ_WATCH)));
    },
    async focus(field) {
      await look(`document.getElementById(${JSON.stringify(field)}).focus()`);
      await pause(SETTLE_MS);
    },
    async type(keys) {
      for (let number = 0; number < keys; number += 1) {
        const key = 'vangnet '[number % 8] ?? 'v';
        const code = key === ' ' ? 'Space' : `Key${key.toUpperCase()}`;
        const windowsVirtualKeyCode = key.toUpperCase().charCodeAt(0);
        const common = { key, code, windowsVirtualKeyCode };
        await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...common });
        await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
        await pause(KEY_MS);
      }
    },
    async press(name) {
      await look(`(${findNamed})(${JSON.stringify(name)}).click()`);
    },
    async insert(text) {
      await session.send('Input.insertText', { text });
    },
    close: () => page.context().close(),
  };
}

/** Runs in the page. */
function findNamed(name: string): HTMLElement {
  const all = document.querySelector('vangnet-widget')?.shadowRoot?.querySelectorAll('button') ?? [];
  const found = [...all].find(
    (one) => (one.ariaLabel ?? one.textContent) === name && one.checkVisibility({ visibilityProperty: true }),
  );
  if (found === undefined) throw new Error(`There is no button ${name}.`);
  return found;
}
