// Everything that a round needs: the product's own server, the form on another origin, the peer's file on a third, and a browser.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../support/browser/find-chromium.ts';
import { listenOnLoopback } from '../../support/forms/loopback-server.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { findFreePort } from '../../support/story/free-port.ts';
import { drawFormPage } from './form-page.ts';
import { PEER } from './peer.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const BUILT = `${root}dist/widget/`;

const QUIET_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // The peer asks for a font from elsewhere: nothing leaves this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** The same form, with nothing, with our tag, with the peer. */
export const CASES = ['empty', 'ours', 'peer'] as const;
export type Case = (typeof CASES)[number];

export interface Stage {
  browser: Browser;
  server: DemoServer;
  /** Where the page with that case stands. */
  pages: Record<Case, string>;
  dispose(): Promise<void>;
}

function buildWhenMissing(): void {
  if (existsSync(`${BUILT}vangnet.js`)) return;
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The widget could not be built: npm run build says why.');
}

const servePeer: RequestListener = (request, response) => {
  const isIt = request.url === PEER.path;
  response.writeHead(isIt ? 200 : 404, {
    'content-type': 'text/javascript',
    'access-control-allow-origin': '*',
  });
  response.end(isIt ? PEER.bundle : undefined);
};

function servePages(bodies: Record<string, string>): RequestListener {
  return (request, response) => {
    const body = bodies[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body);
  };
}

export async function setStage(): Promise<Stage> {
  buildWhenMissing();
  const port = await findFreePort();
  const host = `http://127.0.0.1:${port}`;
  const server = await startDemoServer({ origins: [host] });
  const peer = await listenOnLoopback(0, servePeer);
  const bodies: Record<Case, string> = {
    empty: drawFormPage(),
    ours: drawFormPage({ head: server.tag }),
    peer: drawFormPage({ head: PEER.tag(peer.origin), body: PEER.element }),
  };
  const pages = await listenOnLoopback(
    port,
    servePages(Object.fromEntries(CASES.map((name) => [`/${name}`, bodies[name]]))),
  );
  const browser = await chromium.launch({
    executablePath: findChromium(),
    // Chromium refuses its own sandbox to root, which is who runs this in most containers.
    chromiumSandbox: process.getuid?.() !== 0,
    args: QUIET_FLAGS,
  });
  return {
    browser,
    server,
    pages: { empty: `${host}/empty`, ours: `${host}/ours`, peer: `${host}/peer` },
    async dispose() {
      await browser.close();
      await Promise.all([pages.close(), peer.close(), server.dispose()]);
    },
  };
}
