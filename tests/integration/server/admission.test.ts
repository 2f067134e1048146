// A storm at the door: so many newcomers a second, and strangers who never say who they are lock nobody out.
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { takeToken } from '../../../server/domain/token-bucket.ts';
import { connectCitizen, openVisitorWire, startConversation } from '../../support/server/people.ts';
import { upgradeRaw } from '../../support/server/raw-upgrade.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

let at: TestServer;
afterEach(() => at?.stop());

describe('[L9] newcomers', () => {
  it('beyond the rate get 503 with Retry-After, and come in when a second has passed', async () => {
    at = await startTestServer({ admission: { upgradesPerSecond: 20, handshakesPerAddress: 10_000 } });
    const answers = await Promise.all(Array.from({ length: 30 }, () => upgradeRaw(at.url)));
    const refused = answers.filter(({ status }) => status === 503);
    expect(answers.filter(({ status }) => status === 101)).toHaveLength(20);
    expect(refused).toHaveLength(10);
    expect(refused.every(({ head }) => /^Retry-After: \d+$/m.test(head))).toBe(true);
    at.clock.advance(1_000);
    expect((await upgradeRaw(at.url)).status).toBe(101);
    for (const { socket } of answers) socket.destroy();
  });

  it('fill a bucket of one second, and a clock that jumps back gives nothing away', () => {
    let bucket = { tokens: 2, at: 1_000 };
    const take = (now: number): boolean => {
      const next = takeToken(bucket, 2, now);
      if (next) bucket = next;
      return next !== null;
    };
    expect([take(1_000), take(1_000), take(1_000)]).toEqual([true, true, false]);
    expect([take(1_500), take(1_500)]).toEqual([true, false]);
    expect([take(60_000), take(60_000), take(60_000)]).toEqual([true, true, false]);
    expect(take(1_000)).toBe(false);
  });

  it('are let in at the rates that the environment names', () => {
    const env = { VANGNET_UPGRADES_PER_SECOND: '50', VANGNET_HANDSHAKES_PER_ADDRESS: '9000' };
    expect(readConfig('demo', env).admission).toEqual({ upgradesPerSecond: 50, handshakesPerAddress: 9_000 });
    expect(readConfig('demo', {}).admission).toEqual({ upgradesPerSecond: 500, handshakesPerAddress: 600 });
  });
});

describe('[L9] strangers', () => {
  it('of whom there are too many go, the oldest first; who said hello stays and who comes gets in', async () => {
    at = await startTestServer({ admission: { upgradesPerSecond: 5_000, handshakesPerAddress: 100_000 } });
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    const oldest = await openVisitorWire(at).opened();
    const crowd = await Promise.all(Array.from({ length: 1_000 }, () => upgradeRaw(at.url)));
    await oldest.closed;
    const late = await connectCitizen(at, citizen);
    expect(late.heard[0]?.type).toBe('welcome');
    expect(tab.socket.readyState).toBe(tab.socket.OPEN);
    for (const { socket } of crowd) socket.destroy();
  });
});
