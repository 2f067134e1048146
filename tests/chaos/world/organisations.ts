// Two organisations that must never hear of each other, with operators who are signed in, written before the first start.
import { randomBytes } from 'node:crypto';
import { hashSecret } from '../../../server/application/relay.ts';
import { openSqliteStore } from '../../../server/storage/sqlite-store.ts';

/** Far beyond any clock jump of a run. */
const LATER = Date.UTC(2040, 0);

export interface Desk {
  id: string;
  cookie: string;
}

export interface Organisation {
  site: string;
  origin: string;
  operators: Desk[];
}

const PLAN = [
  { site: 'noord', operators: 2 },
  { site: 'zuid', operators: 1 },
] as const;

const OPEN_ALL_DAY = Array.from({ length: 7 }, () => [{ from: 0, to: 24 * 60 }]);

export async function seedOrganisations(dataDir: string): Promise<Organisation[]> {
  const store = openSqliteStore(dataDir, { epoch: randomBytes(16).toString('base64url'), mode: 'serve' });
  const seeded: Organisation[] = [];
  for (const { site, operators } of PLAN) {
    const origin = `https://${site}.example`;
    const ids = Array.from({ length: operators }, () => randomBytes(16).toString('base64url'));
    await store.seeder.seed({
      id: site,
      name: `Gemeente ${site}`,
      site: {
        key: site,
        origins: [origin],
        phone: '14 0999',
        hoursText: 'altijd',
        contactUrl: `${origin}/`,
        privacyUrl: `${origin}/`,
        hours: OPEN_ALL_DAY,
      },
      operators: ids.map((id, index) => ({ id, name: `Medewerker ${site} ${index + 1}`, role: 'operator' })),
    });
    const desks: Desk[] = [];
    for (const id of ids) {
      const [token, session] = [randomBytes(32), randomBytes(32)].map((bytes) => bytes.toString('base64url'));
      const hashes = { tokenHash: hashSecret(token ?? ''), sessionHash: hashSecret(session ?? '') };
      await store.seeder.addSignInToken(id, hashes.tokenHash, LATER);
      await store.accounts.signIn({ ...hashes, sessionUntil: LATER }, Date.now());
      desks.push({ id, cookie: `vangnet_session=${session}` });
    }
    seeded.push({ site, origin, operators: desks });
  }
  store.close();
  return seeded;
}
