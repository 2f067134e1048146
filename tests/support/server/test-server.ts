// A whole server for a test: real sockets, real SQLite in a folder of its own, a cranked clock, and a log that is kept.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWords } from '../../../scripts/write-words.ts';
import type { Log } from '../../../server/application/ports.ts';
import type { Config } from '../../../server/config.ts';
import type { Allowance } from '../../../server/rate-limits.ts';
import { type RunningServer, startServer } from '../../../server/server.ts';
import { ManualClock } from './manual-clock.ts';
import { createSeededRandom } from './seeded-random.ts';

/** The placeholder of the demo site: tests of the relay do not need its pages. */
const bareDemoSite = () => async () => new Response('demo', { headers: { 'Content-Type': 'text/plain' } });

export interface TestServer {
  server: RunningServer;
  url: string;
  clock: ManualClock;
  dataDir: string;
  log: string[];
  stop(): Promise<void>;
}

function createKeptLog(lines: string[]): Log {
  const keep = (fields: object, event: string) => void lines.push(JSON.stringify({ ...fields, event }));
  return { info: keep, warn: keep, error: keep };
}

export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'vangnet-test-'));
}

export async function startTestServer(
  options: {
    mode?: 'demo' | 'serve';
    dataDir?: string;
    port?: number;
    messageAllowances?: readonly Allowance[];
    admission?: NonNullable<Config['admission']>;
    trustedProxies?: readonly string[];
    publicOrigin?: string;
    mail?: Config['mail'];
    seed?: string;
    clock?: ManualClock;
  } = {},
): Promise<TestServer> {
  const { mode = 'demo', port = 0, messageAllowances, seed = `${process.hrtime.bigint()}` } = options;
  const { clock = new ManualClock() } = options;
  const dataDir = options.dataDir ?? makeDataDir();
  const log: string[] = [];
  const dist = join(dataDir, 'dist');
  mkdirSync(dist, { recursive: true });
  writeWords(dist);
  const server = await startServer({
    config: {
      mode,
      host: '127.0.0.1',
      port,
      dataDir,
      demoOrigins: ['https://formulieren.voorbeeldstad.example'],
      publicOrigin: options.publicOrigin ?? null,
      logLevel: 'silent',
      ...(options.mail ? { mail: options.mail } : {}),
      ...(options.admission ? { admission: options.admission } : {}),
      ...(options.trustedProxies ? { trustedProxies: options.trustedProxies } : {}),
    },
    clock,
    random: createSeededRandom(seed),
    log: createKeptLog(log),
    dist,
    demoSite: mode === 'demo' ? bareDemoSite : null,
    ...(messageAllowances ? { messageAllowances } : {}),
  });
  return {
    server,
    url: server.url,
    clock,
    dataDir,
    log,
    async stop() {
      await server.stop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
