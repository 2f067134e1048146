// Looks after conversations in which the citizen says nothing: asks, and ends them. Everything it knows it finds again after a restart.
import { judgeSilence, type Signs } from '../domain/silence.ts';
import type { Bus, Clock, ConversationRef, ConversationStore, Log, Poke } from './ports.ts';
import type { SiteDirectory } from './site-directory.ts';

const SWEEP_EVERY = 1_000;
/** After a start with many conversations: read over some seconds, not in one turn. */
const LOOKED_AT = 200;
/** Settings may change meanwhile. */
const LOOK_AGAIN = 5 * 60_000;

interface Watch {
  readonly ref: ConversationRef;
  /** Nothing can be due before. */
  lookAt: number;
  heardAt: number;
  isWarned: boolean;
}

interface Parts {
  conversations: Pick<ConversationStore, 'read' | 'execute' | 'findActive'>;
  sites: Pick<SiteDirectory, 'organisations' | 'findByNumber'>;
  bus: Bus;
  clock: Clock;
  log: Log;
}

export class SilenceKeeper {
  readonly #parts: Parts;
  /** What is being helped. A word only moves the end away, so nobody needs to be looked at for it. */
  readonly #watches = new Map<number, Watch>();
  #servingSince = 0;
  #sweeping: Promise<void> | null = null;
  #again = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async begin(): Promise<() => void> {
    const { conversations, sites, bus, clock } = this.#parts;
    this.#servingSince = clock.now();
    const deaf = bus.subscribe((poke) => this.#hear(poke));
    for (const organisation of sites.organisations) {
      for (const { conversation } of await conversations.findActive(organisation)) {
        this.#watch({ organisation, conversation });
      }
    }
    const still = clock.every(SWEEP_EVERY, () => void this.sweep());
    return () => {
      still();
      deaf();
    };
  }

  /** Asked while one goes on: it goes round once more. */
  sweep(): Promise<void> {
    this.#again = true;
    this.#sweeping ??= this.#sweepAll().finally(() => {
      this.#sweeping = null;
    });
    return this.#sweeping;
  }

  #hear(poke: Poke): void {
    if (poke.kind === 'changed') {
      const known = this.#watches.get(poke.conversation);
      if (!known) this.#watch({ organisation: poke.organisation, conversation: poke.conversation });
      else if (known.isWarned) known.lookAt = 0;
    } else if (poke.kind === 'heard' || (poke.kind === 'typing' && poke.on)) this.#note(poke.conversation);
  }

  #note(conversation: number): void {
    const watch = this.#watches.get(conversation);
    if (!watch) return;
    watch.heardAt = this.#parts.clock.now();
    if (!watch.isWarned) return;
    // Whoever answers sees at once that it was heard.
    watch.lookAt = 0;
    void this.sweep();
  }

  #watch(ref: ConversationRef): void {
    this.#watches.set(ref.conversation, { ref, lookAt: 0, heardAt: 0, isWarned: false });
  }

  async #sweepAll(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        const now = this.#parts.clock.now();
        const due = [...this.#watches.values()].filter(({ lookAt }) => lookAt <= now).slice(0, LOOKED_AT);
        for (const watch of due) await this.#look(watch);
      }
    } catch {
      // The store cannot write now: the next sweep finds the same silence, and who was heard meanwhile.
      this.#parts.log.warn({ code: 'sweep-failed' }, 'silence');
    }
  }

  async #look(watch: Watch): Promise<void> {
    const { conversations, sites, bus, clock } = this.#parts;
    const { ref } = watch;
    const record = await conversations.read(ref);
    if (record?.state.status !== 'active') {
      this.#watches.delete(ref.conversation);
      return;
    }
    const setting = sites.findByNumber(record.site)?.silence ?? null;
    const signs: Signs = { heardAt: watch.heardAt, servingSince: this.#servingSince };
    const now = clock.now();
    const verdict = judgeSilence(record.state, setting, signs, now);
    watch.isWarned = record.state.warning !== null;
    if (verdict.do === 'rest') {
      watch.lookAt = Math.min(verdict.lookAt, now + LOOK_AGAIN);
      return;
    }
    const decision = await conversations.execute(ref, { do: 'mind-silence', setting, signs }, now);
    if (!decision.ok) return;
    watch.isWarned = decision.next.warning !== null;
    watch.lookAt = decision.next.warning?.endsAt ?? now;
    if (decision.next !== record.state) bus.poke({ kind: 'changed', ...ref });
  }
}
