// Contender 3: the product as it is, SQLite on the disk and all. Only the pace of one citizen (S4) is let go: a bench is not a person.
import { startServer } from '../../../server/server.ts';
import { systemClock, systemRandom } from '../../../server/system.ts';

const [, , port, dataDir = ''] = process.argv;
const silent = () => {};

const { makeSignInLinks } = await startServer({
  config: {
    mode: 'demo',
    host: '127.0.0.1',
    port: Number(port),
    dataDir,
    demoOrigins: [],
    publicOrigin: null,
    logLevel: 'silent',
  },
  clock: systemClock,
  random: systemRandom,
  log: { info: silent, warn: silent, error: silent },
  dist: dataDir,
  demoSite: null,
  // The limiter still counts every message; it only never says no.
  messageAllowances: [
    { points: 1e9, seconds: 2 },
    { points: 1e9, seconds: 60 },
  ],
});
const [link] = await makeSignInLinks();
process.send?.({ ready: true, signIn: link?.url });
