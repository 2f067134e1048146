// What every store of conversations must do. A new engine adds one file that calls this with its own store.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ConversationRecord,
  ConversationStore,
  Opening,
  QueuePlace,
} from '../../server/application/ports.ts';
import type { AppendCommand, ConversationCommand, OperatorRef } from '../../server/domain/conversation.ts';
import type { Decision } from '../../server/domain/decide-conversation.ts';

/** A store with two organisations, each with one site and one operator. */
export interface OpenedStore {
  conversations: ConversationStore;
  places: readonly [Place, Place];
  /** Closes it and opens it again from what is durable. */
  reopen(): Promise<OpenedStore>;
  close(): Promise<void>;
}

export interface Place {
  organisation: number;
  site: number;
  operator: OperatorRef;
}

const NOW = 1_700_000_000_000;

const opening = ({ organisation, site }: Place, token: string): Opening => ({
  organisation,
  site,
  id: `id-${token}`.padEnd(22, '0'),
  tokenHash: `hash-${token}`,
  language: 'nl',
  context: null,
  offer: null,
});

type VisitorAppend = Extract<AppendCommand, { from: 'visitor' }>;

const says = (n: number, more: Partial<VisitorAppend> = {}): VisitorAppend => ({
  do: 'append',
  from: 'visitor',
  id: randomUUID(),
  device: 'tab-1',
  n,
  text: `bericht ${n}`,
  ...more,
});

export function describeConversationLog(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} as conversation log`, () => {
    let store: OpenedStore;
    let record: ConversationRecord;

    const place = () => store.places[0];
    const execute = (command: ConversationCommand, now = NOW) =>
      store.conversations.execute(record, command, now);
    const ackOf = (decision: Decision) => (decision.ok ? decision.ack?.seq : decision.refusal.reason);
    const readAll = () => store.conversations.readEvents(record, 0, 1_000);

    beforeEach(async () => {
      store = await open();
      ({ record } = await store.conversations.open(opening(place(), 'a'), NOW));
    });
    afterEach(() => store.close());

    it('[O5] names the same conversation by the same token, whoever comes first', async () => {
      const twice = await Promise.all([
        store.conversations.open({ ...opening(place(), 'b'), id: 'first'.padEnd(22, '0') }, NOW),
        store.conversations.open({ ...opening(place(), 'b'), id: 'second'.padEnd(22, '0') }, NOW),
      ]);
      expect(twice.map(({ created }) => created)).toEqual([true, false]);
      expect(twice[0].record.conversation).toBe(twice[1].record.conversation);
    });

    it('[I3] numbers events 1, 2, 3 … however many come at once', async () => {
      const acks = await Promise.all(Array.from({ length: 300 }, (_, index) => execute(says(index + 1))));
      expect(acks.map(ackOf)).toEqual(Array.from({ length: 300 }, (_, index) => index + 2));
      expect((await readAll()).map((event) => event.seq)).toEqual(
        Array.from({ length: 301 }, (_, i) => i + 1),
      );
    });

    it('[M2] stores an id once, within one batch, later, and after opening again', async () => {
      const message = says(1, { id: '00000000-0000-4000-8000-000000000001' });
      const [first, again] = await Promise.all([execute(message), execute(message)]);
      store = await store.reopen();
      const later = await execute(message);
      expect([first, again, later].map(ackOf)).toEqual([2, 2, 2]);
      expect(ackOf(await execute({ ...message, n: 2, text: 'anders' }))).toBe('id-conflict');
      expect(await readAll()).toHaveLength(2);
    });

    it('[M2] still knows an id that long left the memory', async () => {
      const message = says(1, { id: '00000000-0000-4000-8000-000000000002' });
      await execute(message);
      for (let n = 2; n < 4_300; n += 500) {
        await Promise.all(Array.from({ length: 500 }, (_, index) => execute(says(n + index))));
      }
      expect(ackOf(await execute(message))).toBe(2);
    });

    it('[M8] remembers what a known id did to the device’s n, also after opening again', async () => {
      const id = '00000000-0000-4000-8000-000000000003';
      await execute(says(1, { id }));
      await execute(says(1, { id, text: 'bericht 1', device: 'tab-2' }));
      store = await store.reopen();
      expect(await store.conversations.readLastN(record, 'tab-2')).toBe(1);
      expect(ackOf(await execute(says(2, { device: 'tab-2' })))).toBe(3);
    });

    it('[M3] keeps each device’s own count over opening again', async () => {
      await execute(says(1));
      await execute(says(2));
      store = await store.reopen();
      expect(await store.conversations.readLastN(record, 'tab-1')).toBe(2);
      expect(await store.conversations.readLastN(record, 'never seen')).toBe(0);
      expect(await execute(says(5))).toEqual({ ok: false, refusal: { reason: 'expected', expected: 3 } });
    });

    it('[M10] never stores what its writer was told is outdated, also after opening again', async () => {
      const { operator: by } = place();
      await execute({ do: 'take', by });
      await execute(says(1));
      const late = {
        ...says(1, { device: 'console-1' }),
        from: 'operator',
        operator: by.operator,
        author: by.name,
        assignmentEpoch: 1,
      } as const;
      expect(ackOf(await execute({ ...late, device: 'console-2', seenSeq: 2 }))).toBe('outdated');
      expect(ackOf(await execute(late))).toBe('outdated');
      store = await store.reopen();
      expect(ackOf(await execute(late))).toBe('outdated');
      expect(ackOf(await execute({ ...late, id: randomUUID() }))).toBe(4);
    });

    it('[R2] reads any part of the log, in pages, from memory and from disk alike', async () => {
      for (let n = 1; n <= 150; n++) await execute(says(n));
      const seqs = async (after: number, limit: number) =>
        (await store.conversations.readEvents(record, after, limit)).map((event) => event.seq);
      for (const round of [1, 2]) {
        expect(await seqs(0, 3), `round ${round}`).toEqual([1, 2, 3]);
        expect(await seqs(100, 2)).toEqual([101, 102]);
        expect(await seqs(149, 10)).toEqual([150, 151]);
        expect(await seqs(151, 10)).toEqual([]);
        store = await store.reopen();
      }
    });

    it('gives back every kind of event as it was', async () => {
      const { operator } = place();
      await execute(says(1, { text: 'Hé 👍\nregel twee' }));
      await execute({ do: 'take', by: operator });
      await execute({ do: 'release', operator: operator.operator, assignmentEpoch: 1 });
      await execute({ do: 'end' });
      const before = await readAll();
      store = await store.reopen();
      expect(await readAll()).toEqual(before);
      expect(before.map((event) => event.kind)).toEqual([
        'opened',
        'message',
        'assigned',
        'unassigned',
        'closed',
      ]);
    });

    it('gives back the same state after opening again', async () => {
      const { operator } = place();
      const context = { form: 'A', step: null, field: null, reasons: [], page: 'https://a.example/' };
      const introduction = { name: 'Anna', subject: '' };
      await execute({ do: 'describe', context });
      await execute({ do: 'introduce', introduction });
      await execute({ do: 'note-form-end', endsAt: NOW + 60_000 });
      await execute({ do: 'ask-call-back', id: 'request', by: NOW + 3_600_000 });
      await execute(says(1));
      await execute({ do: 'take', by: operator });
      await execute({ do: 'read', by: 'operator', seq: 2 });
      await execute(says(2));
      const before = await store.conversations.read(record);
      store = await store.reopen();
      expect(await store.conversations.read(record)).toEqual(before);
      expect(before?.state).toMatchObject({
        unread: [{ from: 4, to: 4 }],
        assignee: operator,
        assignmentEpoch: 1,
        context,
        introduction,
        formEndsAt: NOW + 60_000,
        callBack: { id: 'request', by: NOW + 3_600_000 },
      });
    });

    it('[G2] remembers in which language the citizen reads, of this organisation only', async () => {
      const { organisation, conversation } = record;
      const { conversations } = store;
      expect(await conversations.speak({ organisation, conversation }, 'tr')).toBe(true);
      expect(await conversations.speak({ organisation, conversation }, 'tr')).toBe(false);
      expect(await conversations.speak({ organisation: 99, conversation }, 'ar')).toBe(false);
      store = await store.reopen();
      expect(await store.conversations.read(record)).toMatchObject({ language: 'tr' });
    });

    it('[A1] gives a conversation to one of two who take it at the same moment', async () => {
      const [, other] = [place().operator, { operator: 99, id: 'x', name: 'X' }];
      const decisions = await Promise.all([
        execute({ do: 'take', by: place().operator }),
        execute({ do: 'take', by: other }),
      ]);
      expect(decisions.map((decision) => decision.ok)).toEqual([true, false]);
    });

    it('[A3] finds lost leases, and puts the citizen before all who wait', async () => {
      const { operator, organisation } = place();
      await execute({ do: 'take', by: operator });
      await store.conversations.open(opening(place(), 'c'), NOW - 5_000);
      await store.conversations.setLeases({ organisation, operator: operator.operator }, NOW + 10);
      expect(await store.conversations.findLostLeases(NOW + 9)).toEqual([]);
      const lost = await store.conversations.findLostLeases(NOW + 10);
      expect(lost).toEqual([{ organisation, conversation: record.conversation }]);
      await execute({ do: 'lose-lease' }, NOW + 10);
      const queue = await store.conversations.readQueue(organisation, null, 10);
      const first = record.conversation;
      expect(queue.map(({ conversation }) => conversation)).toEqual([first, first + 1]);
    });

    it('[A3] gives every lease a new end at once', async () => {
      await execute({ do: 'take', by: place().operator });
      await store.conversations.setLeases('all', NOW + 99);
      expect((await store.conversations.read(record))?.state.leaseUntil).toBe(NOW + 99);
    });

    it('[A5] shows nothing of one organisation to another', async () => {
      const [, elsewhere] = store.places;
      const foreign = { organisation: elsewhere.organisation, conversation: record.conversation };
      const { conversations } = store;
      expect(await conversations.read(foreign)).toBeNull();
      expect(await conversations.findById(elsewhere.organisation, record.id)).toBeNull();
      expect(await conversations.findByToken(elsewhere.site, 'hash-a')).toBeNull();
      expect(await conversations.readEvents(foreign, 0, 10)).toEqual([]);
      expect(await conversations.readQueue(elsewhere.organisation, null, 10)).toEqual([]);
      await execute({ do: 'take', by: place().operator });
      expect(await conversations.findActive(elsewhere.organisation)).toEqual([]);
      expect(ackOf(await conversations.execute(foreign, says(1), NOW))).toBe('unknown-conversation');
    });

    it('gives the queue in its order, from any place on, and what is helped beside it', async () => {
      const { conversations } = store;
      const { organisation, operator } = place();
      for (const token of ['b', 'c', 'd']) await conversations.open(opening(place(), token), NOW);
      await conversations.open(opening(place(), 'e'), NOW - 5);
      await conversations.open(opening(store.places[1], 'f'), NOW - 9);
      await execute({ do: 'take', by: operator });
      const first = record.conversation;
      const refs = [4, 1, 2, 3].map((more) => ({ organisation, conversation: first + more }));
      const queue = await conversations.readQueue(organisation, null, 10);
      expect(queue).toMatchObject(refs);
      expect(await conversations.readQueue(organisation, queue[1] ?? null, 1)).toEqual(queue.slice(2, 3));
      expect(await conversations.readQueue(organisation, queue[3] ?? null, 9)).toEqual([]);
      const helped = [{ organisation, conversation: first, operator: operator.operator }];
      expect(await conversations.findActive(organisation)).toEqual(helped);
      expect(await conversations.findActive(organisation, operator.operator)).toEqual(helped);
      expect(await conversations.findActive(organisation, 99)).toEqual([]);
      await execute({ do: 'end' });
      expect(await conversations.findActive(organisation)).toEqual([]);
    });

    it('finds what nobody wrote in, and only that', async () => {
      const { record: written } = await store.conversations.open(opening(place(), 'd'), NOW);
      await store.conversations.execute(written, says(1), NOW);
      const { organisation } = place();
      const all = { after: null, limit: 10 };
      const { found } = await store.conversations.findEmpty(NOW + 1, all);
      expect(found).toEqual([{ organisation, conversation: record.conversation }]);
      expect((await store.conversations.findEmpty(NOW, all)).found).toEqual([]);
      store = await store.reopen();
      expect((await store.conversations.findEmpty(NOW + 1, all)).found).toEqual(found);
    });

    it('goes through all that wait in parts, each one once, also over organisations', async () => {
      const { conversations } = store;
      const [here, elsewhere] = store.places;
      for (const token of ['b', 'c']) await conversations.open(opening(here, token), NOW);
      for (const token of ['d', 'e']) await conversations.open(opening(elsewhere, token), NOW - 1);
      await execute(says(1));
      const found: number[][] = [];
      let after: QueuePlace | null = null;
      do {
        const page: Awaited<ReturnType<ConversationStore['findEmpty']>> = await conversations.findEmpty(
          NOW + 1,
          { after, limit: 2 },
        );
        found.push(page.found.map(({ conversation }) => conversation));
        after = page.next;
      } while (after);
      const first = record.conversation;
      expect(found).toEqual([[first + 1], [first + 2, first + 3], [first + 4]]);
    });

    it('leaves the others standing when one command of a batch breaks', async () => {
      const broken = execute({ do: 'take', by: { operator: 404, id: 'nobody', name: 'Nobody' } });
      const good = execute(says(1, { device: 'tab-2' }));
      await expect(broken).rejects.toThrow();
      expect(ackOf(await good)).toBe(2);
      expect(await readAll()).toHaveLength(2);
      expect((await store.conversations.read(record))?.state.status).toBe('waiting');
    });
  });
}
