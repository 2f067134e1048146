// Broken servers and clients, each with one fault that a real one could have: a simulation that does not catch them proves nothing.
import type { ConversationEvent } from '#protocol';
import type { ConversationRecord, ConversationRef } from '../../server/application/ports.ts';
import type { ConversationCommand } from '../../server/domain/conversation.ts';
import type { Decision, Known } from '../../server/domain/decide-conversation.ts';
import { Hub, type Topic } from '../../server/realtime/hub.ts';
import type { ConversationEffect } from '../../widget/conversation/conversation-state.ts';
import type { Twist } from './citizen-page.ts';
import { SITES } from './places.ts';
import { copyDisk, type Disk, type StoredConversation } from './virtual-disk.ts';
import { type StoreWorld, VirtualStore } from './virtual-store.ts';
import type { Host } from './virtual-time.ts';
import { type Parts, SOUND_PARTS } from './world.ts';

/** Answers at once and syncs later: what it acked dies with the process. */
class EarlyAckStore extends VirtualStore {
  readonly #world: StoreWorld;
  #synced: Disk;

  constructor(world: StoreWorld) {
    super(world);
    this.#world = world;
    this.#synced = copyDisk(world.disk);
  }

  override durable(): Disk {
    return this.#synced;
  }

  override async write<Result>(work: () => Result): Promise<Result> {
    const result = work();
    this.sync();
    this.#world.planCommit(() => {
      this.#synced = copyDisk(this.#world.disk);
    });
    return result;
  }
}

class NoDedupeStore extends VirtualStore {
  protected override know(stored: StoredConversation, command: ConversationCommand): Known {
    const known = super.know(stored, command);
    return command.do === 'append' ? { ...known, duplicate: null, lastN: command.n - 1 } : known;
  }
}

/** Forgets each device's n, so that whatever comes is next. */
class NoOrderStore extends VirtualStore {
  protected override know(stored: StoredConversation, command: ConversationCommand): Known {
    const known = super.know(stored, command);
    return command.do === 'append' ? { ...known, lastN: command.n - 1 } : known;
  }
}

class ResumeOffByOneStore extends VirtualStore {
  override async readEvents(
    ref: ConversationRef,
    after: number,
    limit: number,
  ): Promise<ConversationEvent[]> {
    return super.readEvents(ref, after === 0 ? 0 : after + 1, limit);
  }
}

/** Judges an answer by the assignment of now, not by the one under which it was typed. */
class NoFenceStore extends VirtualStore {
  protected override decide(ref: ConversationRef, command: ConversationCommand, now: number): Decision {
    const present = this.find(ref)?.record.state.assignmentEpoch ?? 0;
    const isReply = command.do === 'append' && command.from === 'operator';
    return super.decide(ref, isReply ? { ...command, assignmentEpoch: present } : command, now);
  }
}

/** Two operators can both take what waits and what does not. */
class TakeAnywayStore extends VirtualStore {
  protected override decide(ref: ConversationRef, command: ConversationCommand, now: number): Decision {
    const stored = this.find(ref);
    if (command.do === 'take' && stored?.record.state.status === 'active') {
      const { state } = stored.record;
      stored.record = { ...stored.record, state: { ...state, status: 'waiting', assignee: null } };
    }
    return super.decide(ref, command, now);
  }
}

/** Asks for an id alone, and takes whatever it finds for the asker's own. */
class TenantLeakStore extends VirtualStore {
  override async findById(organisation: number, id: string): Promise<ConversationRecord | null> {
    for (const { id: other } of SITES) {
      const record = await super.findById(other, id);
      if (record !== null) return { ...record, organisation };
    }
    return null;
  }
}

const SUBSCRIBE_LATE_MS = 6;

/** Reads first and subscribes after: what is committed in between is nobody's. */
class LateHub extends Hub {
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  override subscribe(topic: Topic, hear: Parameters<Hub['subscribe']>[1]): () => void {
    let undo = (): void => undefined;
    const cancel = this.#host.after(SUBSCRIBE_LATE_MS, () => {
      undo = super.subscribe(topic, hear);
    });
    return () => {
      cancel();
      undo();
    };
  }
}

/** Shows whatever comes in, also what lies beyond a hole. */
const applyBeyondGap: Twist = ({ log }, input, after) => {
  if (input.kind !== 'frame' || input.frame.type !== 'events' || after.state.log !== log) return after;
  const beyond = input.frame.events.filter(({ seq }) => seq > log.lastSeq);
  const lastSeq = beyond.at(-1)?.seq;
  if (lastSeq === undefined) return after;
  return {
    ...after,
    state: { ...after.state, log: { ...log, lastSeq, events: [...log.events, ...beyond] } },
  };
};

/** Believes that what went out on the old line arrived. */
const dontRewind: Twist = (before, input, after) => {
  if (input.kind !== 'frame' || input.frame.type !== 'welcome') return after;
  const { outbox } = after.state;
  const wasSent = new Set(before.outbox.entries.filter(({ state }) => state === 'sent').map(({ id }) => id));
  const entries = outbox.entries.map((entry) =>
    wasSent.has(entry.id) ? { ...entry, state: 'sent' as const } : entry,
  );
  const isNew = (effect: ConversationEffect): boolean =>
    effect.do !== 'send' || effect.frame.type !== 'send' || !wasSent.has(effect.frame.id);
  const effects = after.effects.filter(isNew);
  return { state: { ...after.state, outbox: { ...outbox, entries } }, effects };
};

/** Keeps its copy of a history that the server no longer has. */
const ignoreEpoch: Twist = ({ log }, input, after) => {
  if (input.kind !== 'frame' || input.frame.type !== 'welcome' || log.lastSeq === 0) return after;
  return { ...after, state: { ...after.state, log: { ...log, epoch: input.frame.epoch } } };
};

const brokenStore = (create: Parts['createStore']): Parts => ({ ...SOUND_PARTS, createStore: create });

export const MUTANTS = {
  'ack before commit': brokenStore((world) => new EarlyAckStore(world)),
  'no dedupe': brokenStore((world) => new NoDedupeStore(world)),
  'no order of n': brokenStore((world) => new NoOrderStore(world)),
  'resume off by one': brokenStore((world) => new ResumeOffByOneStore(world)),
  'replay, then subscribe': { ...SOUND_PARTS, createHub: (host) => new LateHub(host) },
  'stale assignment epoch accepted': brokenStore((world) => new NoFenceStore(world)),
  'take what is taken': brokenStore((world) => new TakeAnywayStore(world)),
  'tenant leak': brokenStore((world) => new TenantLeakStore(world)),
  'client applies beyond the gap': { ...SOUND_PARTS, twist: applyBeyondGap },
  'client does not rewind': { ...SOUND_PARTS, twist: dontRewind },
  'client ignores the epoch': { ...SOUND_PARTS, twist: ignoreEpoch },
} satisfies Record<string, Parts>;

export type Mutant = keyof typeof MUTANTS;
