// A call-back request that was taken: lent for as long as its operator shows up.
import { describe, expect, it } from 'vitest';
import { beginContactLeases } from '../../../server/application/contact-leases.ts';
import type { Poke } from '../../../server/application/ports.ts';
import { ManualClock } from '../../support/server/manual-clock.ts';
import { ANNA, openSeededStore } from '../../support/server/seeded-store.ts';

const MINUTE = 60_000;

async function aTakenRequest() {
  const seeded = await openSeededStore();
  const { contacts } = seeded.store;
  const clock = new ManualClock();
  const here = new Set<number>();
  const pokes: Poke[] = [];
  const { record } = await contacts.add(
    {
      organisation: 1,
      site: 1,
      id: '00000000-0000-4000-8000-000000000001',
      words: {
        kind: 'call-back',
        name: null,
        phone: '+31612345678',
        email: null,
        noAnswer: false,
        subject: 'Bijstand',
        text: '',
        language: 'nl',
        context: null,
      },
      moment: null,
      conversation: null,
      promisedBy: clock.now(),
    },
    clock.now(),
  );
  await contacts.execute(record, { action: 'take', by: ANNA, until: clock.now() + 15 * MINUTE }, clock.now());
  const end = await beginContactLeases({
    contacts,
    clock,
    presence: { hasLine: (operator) => here.has(operator) },
    bus: { poke: (poke) => void pokes.push(poke), subscribe: () => () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return {
    here,
    pokes,
    /** A minute at a time: what a sweep asks of the store is answered before the next. */
    async pass(minutes: number) {
      for (let minute = 0; minute < minutes; minute += 1) {
        clock.advance(MINUTE);
        await seeded.store.flush();
        await seeded.store.flush();
      }
      return (await contacts.read(record))?.state.status;
    },
    close() {
      end();
      seeded.close();
    },
  };
}

describe('[K10] the lease of a call-back request', () => {
  it('lasts as long as a console of who has it is open, however long the call', async () => {
    const { here, pokes, pass, close } = await aTakenRequest();
    here.add(ANNA.operator);
    expect(await pass(90)).toBe('taken');
    // Who only reloads, or walks to another desk, keeps it.
    here.clear();
    expect(await pass(8)).toBe('taken');
    here.add(ANNA.operator);
    expect(await pass(20)).toBe('taken');
    expect(pokes).toEqual([]);
    close();
  });

  it('ends within a quarter of an hour after its operator left, and every console hears it', async () => {
    const { here, pokes, pass, close } = await aTakenRequest();
    here.add(ANNA.operator);
    await pass(30);
    here.clear();
    expect(await pass(15)).toBe('open');
    expect(pokes).toEqual([{ kind: 'contact', organisation: 1, contact: 1 }]);
    close();
  });
});
