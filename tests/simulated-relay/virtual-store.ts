// The conversation store of the simulation: the real rules on a virtual disk, with the write queue's promise (nothing resolves before it is synced).
// A contract test holds it against the SQLite store, answer by answer.
import type { ConversationEvent, Language } from '#protocol';
import {
  type Assignment,
  type ConversationRecord,
  type ConversationRef,
  type ConversationStore,
  type Opening,
  type QueuePlace,
  StoreUnavailable,
} from '../../server/application/ports.ts';
import type { AppendCommand, ConversationCommand } from '../../server/domain/conversation.ts';
import {
  type Decision,
  decideConversation,
  type Known,
  openConversation,
} from '../../server/domain/decide-conversation.ts';
import type { Disk, StoredConversation, Writer } from './virtual-disk.ts';

export interface Written {
  stored: StoredConversation;
  event: ConversationEvent;
  by: Writer | null;
  command: ConversationCommand | null;
}

export interface StoreWorld {
  disk: Disk;
  /** Calls `commit` when the disk has its turn; everything asked until then is one transaction. */
  planCommit(commit: () => void): void;
  isDiskFull(): boolean;
  /** Whom the foreign key of an assignee accepts. */
  isOperator(operator: number): boolean;
  /** A transaction is synced: this is in the log now. */
  synced(written: readonly Written[]): void;
}

interface Job {
  run(): void;
  done(): void;
  fail(cause: unknown): void;
}

/** What the breaker of the server counts: a failing disk has a cause, a full queue has none. */
const DISK_FULL = new Error('The virtual disk is full.');

const isWaiting = ({ record }: StoredConversation): boolean => record.state.status === 'waiting';

const toPlace = ({ organisation, conversation, waitingSince }: QueuePlace): QueuePlace => ({
  organisation,
  conversation,
  waitingSince,
});

function byPlace(a: QueuePlace, b: QueuePlace): number {
  return (
    a.organisation - b.organisation || a.waitingSince - b.waitingSince || a.conversation - b.conversation
  );
}

export class VirtualStore implements ConversationStore {
  readonly #world: StoreWorld;
  #jobs: Job[] = [];
  #written: Written[] = [];

  constructor(world: StoreWorld) {
    this.#world = world;
  }

  get epoch(): string {
    return this.#world.disk.epoch;
  }

  get isIdle(): boolean {
    return this.#jobs.length === 0;
  }

  /** What is left when the process dies now. */
  durable(): Disk {
    return this.#world.disk;
  }

  write<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      let done = (): void => undefined;
      const run = (): void => {
        const result = work();
        done = () => resolve(result);
      };
      if (this.#jobs.push({ run, done: () => done(), fail: reject }) === 1) {
        this.#world.planCommit(() => this.#commit());
      }
    });
  }

  open(opening: Opening, now: number): Promise<{ record: ConversationRecord; created: boolean }> {
    return this.write(() => {
      const existing = this.#byToken(opening.site, opening.tokenHash);
      return existing ? { record: existing.record, created: false } : this.#open(opening, now);
    });
  }

  execute(ref: ConversationRef, command: ConversationCommand, now: number): Promise<Decision> {
    return this.write(() => this.decide(ref, command, now));
  }

  speak(ref: ConversationRef, language: Language): Promise<boolean> {
    return this.write(() => {
      const found = this.find(ref);
      if (!found || found.record.language === language) return false;
      found.record = { ...found.record, language };
      return true;
    });
  }

  async read(ref: ConversationRef): Promise<ConversationRecord | null> {
    return this.find(ref)?.record ?? null;
  }

  async findByToken(site: number, tokenHash: string): Promise<ConversationRecord | null> {
    return this.#byToken(site, tokenHash)?.record ?? null;
  }

  async findById(organisation: number, id: string): Promise<ConversationRecord | null> {
    for (const { record } of this.#all()) {
      if (record.organisation === organisation && record.id === id) return record;
    }
    return null;
  }

  async findActive(organisation: number, operator?: number): Promise<Assignment[]> {
    return this.#all().flatMap(({ record }) => {
      const { conversation, state } = record;
      const by = state.status === 'active' ? state.assignee?.operator : undefined;
      const isMeant = record.organisation === organisation && (operator ?? by) === by;
      return by !== undefined && isMeant ? [{ organisation, conversation, operator: by }] : [];
    });
  }

  async readQueue(organisation: number, after: QueuePlace | null, limit: number): Promise<QueuePlace[]> {
    return this.#queue(after)
      .filter((place) => place.organisation === organisation)
      .slice(0, limit)
      .map(toPlace);
  }

  async readEvents(ref: ConversationRef, after: number, limit: number): Promise<ConversationEvent[]> {
    return this.find(ref)?.events.slice(after, after + limit) ?? [];
  }

  async readLastN(ref: ConversationRef, device: string): Promise<number> {
    return this.find(ref)?.lastN.get(device) ?? 0;
  }

  setLeases(whose: { organisation: number; operator: number } | 'all', until: number): Promise<void> {
    return this.write(() => {
      for (const stored of this.#all()) {
        const { organisation, state } = stored.record;
        const meant =
          whose === 'all' ||
          (organisation === whose.organisation && state.assignee?.operator === whose.operator);
        if (state.status !== 'active' || !meant) continue;
        stored.record = { ...stored.record, state: { ...state, leaseUntil: until } };
      }
    });
  }

  async findLostLeases(now: number): Promise<ConversationRef[]> {
    return this.#all()
      .map(({ record }) => record)
      .filter(({ state }) => state.status === 'active' && (state.leaseUntil ?? Infinity) <= now)
      .map(({ organisation, conversation }) => ({ organisation, conversation }));
  }

  async findEmpty(openedBefore: number, { after, limit }: { after: QueuePlace | null; limit: number }) {
    const queue = this.#queue(after).slice(0, limit);
    const last = queue.at(-1);
    return {
      found: queue
        .filter(({ state }) => state.openedAt < openedBefore && state.lastMessage === null)
        .map(({ organisation, conversation }) => ({ organisation, conversation })),
      next: last && queue.length === limit ? toPlace(last) : null,
    };
  }

  protected find({ organisation, conversation }: ConversationRef): StoredConversation | null {
    const stored = this.#world.disk.conversations.get(conversation);
    return stored?.record.organisation === organisation ? stored : null;
  }

  protected decide(ref: ConversationRef, command: ConversationCommand, now: number): Decision {
    const stored = this.find(ref);
    if (!stored) return { ok: false, refusal: { reason: 'unknown-conversation' } };
    const decision = decideConversation(stored.record.state, command, now, this.know(stored, command));
    if (!decision.ok) {
      if (command.do === 'append' && decision.givesBack) stored.givenBack.add(command.id);
      return decision;
    }
    const assignee = decision.next.assignee?.operator;
    if (assignee !== undefined && !this.#world.isOperator(assignee))
      throw new Error('FOREIGN KEY constraint failed');
    const by = command.do === 'append' ? { device: command.device, n: command.n } : null;
    for (const event of decision.events) this.#append({ stored, event, by, command });
    if (command.do === 'append' && decision.lastN !== undefined) {
      const known = stored.lastN.get(command.device) ?? 0;
      if (decision.lastN > known) stored.lastN.set(command.device, decision.lastN);
    }
    stored.record = { ...stored.record, state: decision.next };
    return decision;
  }

  protected know(stored: StoredConversation, command: ConversationCommand): Known {
    const known: Known = { lastN: 0, duplicate: null, isGivenBack: false, oldestWaiting: null };
    if (command.do === 'append') {
      known.lastN = stored.lastN.get(command.device) ?? 0;
      known.isGivenBack = stored.givenBack.has(command.id);
      known.duplicate = this.#findDuplicate(stored, command);
    }
    if (command.do === 'release' || command.do === 'lose-lease') {
      const { organisation } = stored.record;
      const waiting = this.#all().filter((one) => one.record.organisation === organisation && isWaiting(one));
      const times = waiting.map(({ record }) => record.state.waitingSince);
      if (times.length > 0) known.oldestWaiting = Math.min(...times);
    }
    return known;
  }

  protected commitNow(jobs: readonly Job[]): void {
    if (this.#world.isDiskFull()) {
      for (const job of jobs) job.fail(new StoreUnavailable(DISK_FULL));
      return;
    }
    const kept = jobs.filter((job) => {
      try {
        job.run();
        return true;
      } catch (cause) {
        // One bad command does not take the others with it.
        job.fail(cause);
        return false;
      }
    });
    this.sync();
    for (const job of kept) job.done();
  }

  protected sync(): void {
    const written = this.#written;
    this.#written = [];
    this.#world.synced(written);
  }

  #commit(): void {
    const jobs = this.#jobs;
    this.#jobs = [];
    this.commitNow(jobs);
  }

  #all(): StoredConversation[] {
    return [...this.#world.disk.conversations.values()];
  }

  #queue(after: QueuePlace | null): (ConversationRecord & QueuePlace)[] {
    return this.#all()
      .filter(isWaiting)
      .map(({ record }) => ({ ...record, waitingSince: record.state.waitingSince }))
      .sort(byPlace)
      .filter((place) => after === null || byPlace(place, after) > 0);
  }

  #byToken(site: number, tokenHash: string): StoredConversation | null {
    for (const stored of this.#all()) {
      if (stored.tokenHash === tokenHash && stored.record.site === site) return stored;
    }
    return null;
  }

  #open(opening: Opening, now: number): { record: ConversationRecord; created: boolean } {
    const { organisation, site, id, language, context, tokenHash } = opening;
    // An offer that never was: the citizen joins the queue like anyone (O4).
    const { event, next } = openConversation({ offered: false, context, reservedFor: null }, now);
    const conversation = this.#world.disk.conversations.size + 1;
    const record = { organisation, conversation, id, site, language, state: next };
    const parts = {
      events: [],
      writers: [],
      lastN: new Map(),
      givenBack: new Set<string>(),
      seqById: new Map(),
    };
    const stored: StoredConversation = { record, tokenHash, ...parts };
    this.#world.disk.conversations.set(conversation, stored);
    this.#append({ stored, event, by: null, command: null });
    return { record, created: true };
  }

  #append(written: Written): void {
    const { stored, event, by } = written;
    stored.events.push(event);
    stored.writers.push(by);
    if (by) stored.lastN.set(by.device, Math.max(by.n, stored.lastN.get(by.device) ?? 0));
    if (event.kind === 'message') stored.seqById.set(event.id, event.seq);
    this.#written.push(written);
  }

  #findDuplicate(stored: StoredConversation, command: AppendCommand): Known['duplicate'] {
    const seq = stored.seqById.get(command.id);
    const event = seq === undefined ? undefined : stored.events[seq - 1];
    if (event?.kind !== 'message') return null;
    return { seq: event.seq, at: event.at, same: event.text === command.text && event.from === command.from };
  }
}
