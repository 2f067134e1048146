// The process: reads the environment, starts the server on the machine's clock and disk, prints the demo's lines, obeys signals.
import { join } from 'node:path';
import { type Log, SettingNotUnderstood } from './application/ports.ts';
import { readConfig, UnsafeConfiguration } from './config.ts';
import { createLog } from './log.ts';
import { type DemoSite, type RunningServer, startServer } from './server.ts';
import { UnsafeDatabase } from './storage/sqlite-database.ts';
import { systemClock, systemRandom } from './system.ts';

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function loadDemoSite(): Promise<DemoSite> {
  const { createDemoSite } = await import('../demo-site/site.ts');
  return createDemoSite;
}

async function printDemo({ url, tag, makeSignInLinks }: RunningServer): Promise<void> {
  print('Vangnet draait, met de demo-organisatie Gemeente Voorbeeldstad. Stoppen: Ctrl+C.');
  print(`Demo-site: ${url}/demo/`);
  print(`Console: ${url}/console/`);
  const links = await makeSignInLinks();
  for (const link of links) print(`Aanmelden als ${link.label}: ${link.url}`);
  if (links.length === 0) print('Aanmeldlinks zijn er alleen op een loopback-adres (HOST=127.0.0.1).');
  print(`Script: ${tag}`);
}

/** Who stops us kills after 30 s as a rule; better to go before, with the file closed by the system. */
const STOP_WITHIN_MS = 25_000;

/** The first signal stops in order; a second one does not wait. */
function obeySignals(server: RunningServer): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** A crash is logged by name and place: the message of an error can hold what a citizen wrote. */
function reportCrashes(log: Log): void {
  process.on('uncaughtException', (error) => {
    const at = error.stack?.split('\n').find((row) => row.trim().startsWith('at ')) ?? '';
    log.error({ code: 'crash', name: error.name, at: at.trim() }, 'process ends');
    process.exit(1);
  });
}

function isPlainMessage(error: unknown): error is Error {
  const portTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const isOurs = [UnsafeConfiguration, UnsafeDatabase, SettingNotUnderstood].some(
    (of) => error instanceof of,
  );
  return isOurs || portTaken;
}

async function main(): Promise<void> {
  const mode = process.argv.includes('--demo') ? 'demo' : 'serve';
  try {
    const config = readConfig(mode, process.env);
    const log = createLog(config.logLevel);
    const server = await startServer({
      config,
      clock: systemClock,
      random: systemRandom,
      log,
      dist: join(import.meta.dirname, '..', 'dist'),
      demoSite: mode === 'demo' ? await loadDemoSite() : null,
    });
    obeySignals(server);
    reportCrashes(log);
    if (mode === 'demo') await printDemo(server);
    else print(`Vangnet draait op ${server.url}.`);
  } catch (error) {
    if (!isPlainMessage(error)) throw error;
    process.stderr.write(`Vangnet start niet.\n${error.message}\n`);
    process.exit(1);
  }
}

await main();
