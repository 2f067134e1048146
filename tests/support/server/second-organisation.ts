// A second organisation in the database of a test server that does not run: its site, and an administrator who is signed in.
import { hashSecret } from '../../../server/application/relay.ts';
import { openSqliteStore } from '../../../server/storage/sqlite-store.ts';
import { makeToken } from './people.ts';

export const ELSEWHERE = 'https://elders.example';
const EVA = 'elders0000000000000001';
/** After the clock of the test servers. */
const LATER = Date.UTC(2030, 0);

/** Gives the cookie of the administrator. */
export async function seedElsewhere(dataDir: string): Promise<string> {
  const store = openSqliteStore(dataDir, { epoch: 'epoch', mode: 'demo' });
  await store.seeder.seed({
    id: 'elders',
    name: 'Gemeente Elders',
    site: {
      key: 'elders',
      origins: [ELSEWHERE],
      phone: '14 0999',
      hoursText: 'altijd',
      contactUrl: `${ELSEWHERE}/`,
      privacyUrl: `${ELSEWHERE}/`,
      hours: [[], [], [], [], [], [], []],
    },
    operators: [{ id: EVA, name: 'Eva Elders', role: 'administrator' }],
  });
  const session = makeToken();
  await store.seeder.addSignInToken(EVA, 'used at once', LATER);
  const hashes = { tokenHash: 'used at once', sessionHash: hashSecret(session) };
  await store.accounts.signIn({ ...hashes, sessionUntil: LATER }, 0);
  store.close();
  return `vangnet_session=${session}`;
}
