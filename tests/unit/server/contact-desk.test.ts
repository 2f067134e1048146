// What one console is told of call-back requests when there are very many of them, or when it reads slowly.
import { describe, expect, it } from 'vitest';
import type { ContactRecord, ContactRequestStore } from '../../../server/application/contact-port.ts';
import { ContactDesk } from '../../../server/realtime/contact-desk.ts';

const words = {
  kind: 'call-back' as const,
  name: null,
  phone: '+31612345678',
  email: null,
  noAnswer: false,
  subject: 'Bijstand',
  text: '',
  language: 'nl' as const,
  context: null,
};

function aRecord(contact: number): ContactRecord {
  const state = {
    status: 'open' as const,
    assignee: null,
    promisedBy: contact,
    attempts: 0,
    version: 0,
    outcome: null,
    leaseUntil: null,
  };
  const about = { organisation: 1, site: 1, contact, id: `id-${contact}`, moment: null, conversation: null };
  return { ...about, words, createdAt: 0, state };
}

function aDesk(count: number) {
  const records = new Map(Array.from({ length: count }, (_, i) => [i + 1, aRecord(i + 1)]));
  const open = () => [...records.values()].filter(({ state }) => state.status !== 'done');
  const none = () => Promise.reject(new Error('A desk only reads.'));
  const contacts: ContactRequestStore = {
    readNorm: none,
    add: none,
    find: none,
    execute: none,
    findTaken: none,
    lendAll: none,
    read: async ({ contact }) => records.get(contact) ?? null,
    listOpen: async (_, limit) =>
      open()
        .sort((a, b) => a.state.promisedBy - b.state.promisedBy)
        .slice(0, limit),
    countOpen: async () => open().length,
  };
  const line = {
    isCongested: false,
    told: [] as {
      type: string;
      requests: { id: string }[];
      request: { id: string; status: string };
      open: number;
    }[],
    sendText(text: string) {
      this.told.push(JSON.parse(text));
    },
  };
  return { records, line, desk: new ContactDesk(contacts, 1, line) };
}

function finish(records: Map<number, ContactRecord>, contact: number): void {
  const record = aRecord(contact);
  records.set(contact, { ...record, state: { ...record.state, status: 'done', version: 1 } });
}

describe('[K4] [T4] a console', () => {
  it('is told the most urgent hundred, and who stands behind them when a place is free', async () => {
    const { records, line, desk } = aDesk(120);
    await desk.open();
    expect(line.told[0]).toMatchObject({ type: 'contacts', open: 120 });
    expect(line.told[0]?.requests).toHaveLength(100);
    finish(records, 1);
    await desk.change(1);
    expect(line.told[1]).toMatchObject({
      type: 'contact',
      request: { id: 'id-1', status: 'done' },
      open: 119,
    });
    await desk.tick();
    expect(line.told[2]?.requests.at(-1)?.id).toBe('id-101');
    await desk.tick();
    expect(line.told).toHaveLength(3);
  });

  it('gets the list again, once a second at most, when a more urgent one comes behind a full front', async () => {
    const { records, line, desk } = aDesk(101);
    await desk.open();
    for (const contact of [200, 201]) {
      records.set(contact, { ...aRecord(contact), state: { ...aRecord(contact).state, promisedBy: 0 } });
      await desk.change(contact);
    }
    expect(line.told).toHaveLength(1);
    await desk.tick();
    expect(line.told[1]?.requests.slice(0, 2).map(({ id }) => id)).toEqual(['id-200', 'id-201']);
  });

  it('that reads slowly is told what is new when it has room, in its newest state only', async () => {
    const { records, line, desk } = aDesk(1);
    await desk.open();
    line.isCongested = true;
    await desk.change(1);
    finish(records, 1);
    await desk.change(1);
    await desk.tick();
    expect(line.told).toHaveLength(1);
    line.isCongested = false;
    await desk.tick();
    expect(line.told.slice(1)).toMatchObject([{ type: 'contact', request: { status: 'done' }, open: 0 }]);
  });
});
