// The server process under test: the product's own composition root, on a clock that can be paced and made to jump.
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { startServer } from '../../../server/server.ts';
import { systemRandom } from '../../../server/system.ts';
import { installPacedClock, type PacedClock } from './paced-clock.ts';

/** S4 as an option of the server: a load that must end the same day sends more than 60 messages a minute per citizen. */
const RAISED_ALLOWANCES = [{ points: 1_000_000_000, seconds: 60 }];

const numberFrom = (name: string): number => Number(process.env[name]);

async function serve(clock: PacedClock): Promise<void> {
  const config = readConfig('serve', process.env);
  const server = await startServer({
    config,
    clock,
    random: systemRandom,
    log: createLog(config.logLevel),
    dist: join(config.dataDir, 'dist'),
    demoSite: null,
    messageAllowances: RAISED_ALLOWANCES,
  });
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  process.send?.('serving');
}

const clock = installPacedClock(numberFrom('CHAOS_PACE'), numberFrom('CHAOS_ORIGIN'));

// Loaded and waiting: a restart after a kill then costs the opening of the database and the port, not half a second of reading source.
process.on('message', (order: { serve: true } | { jump: number }) => {
  if ('serve' in order) void serve(clock);
  else clock.jump(order.jump);
});
// The harness is gone: so are we.
process.on('disconnect', () => process.exit(0));
// kill -9 leaves no time to keep what was compiled.
flushCompileCache();
process.send?.('loaded');
