// A citizen's tab: the product's link, with a writer behind it who always has a full window on the line.
import { randomUUID } from 'node:crypto';
import { LIMITS, PROTOCOL_VERSION, type ToVisitorFrame, type VisitorFrame } from '#protocol';
import { Link, type LinkState } from '#protocol/link';
import { readFrame } from '../../support/server/wire.ts';
import { ConversationMind } from './conversation-mind.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

/** The citizen looks at a tab that was stopped, and presses the button. */
const BACK_AFTER_MS = 1_000;

export class CitizenTab {
  readonly #world: World;
  readonly #story: Story;
  readonly #writer: number;
  readonly #who: string;
  #device = randomUUID();
  #link: Link<VisitorFrame, ToVisitorFrame>;
  #hellos = 0;
  /** Messages that are still to be written. */
  #left: number;
  mind: ConversationMind;

  constructor(world: World, story: Story, { index, left }: { index: number; left: number }) {
    this.#world = world;
    this.#story = story;
    this.#writer = story.writerNumber(index);
    this.#who = `tab ${index + 1}`;
    this.#left = left;
    this.mind = new ConversationMind(world.ledger, story.number, this.#who);
    this.#link = this.#createLink();
  }

  get isSaid(): boolean {
    return this.#left === 0 && this.mind.openEntries.length === 0;
  }

  tell(): string {
    const { lastSeq, openEntries } = this.mind;
    return `${this.#who} ${this.#link.state.status} at ${lastSeq}, ${openEntries.length} on the way, ${this.#left} left`;
  }

  start(): void {
    this.#link.start();
  }

  wake(): void {
    this.#link.wake();
  }

  stop(): void {
    this.#link.stop();
  }

  /** A full page load: another device, no memory but the outbox, whose messages keep their ids (M8). */
  reload(): void {
    const kept = this.mind.openEntries.map(({ id, text }) => ({ id, text }));
    this.#link.stop();
    this.#device = randomUUID();
    this.mind = new ConversationMind(this.#world.ledger, this.#story.number, this.#who);
    for (const message of kept) this.mind.write(message);
    this.#link = this.#createLink();
    this.#link.start();
  }

  end(): void {
    this.#link.send({ type: 'end' });
  }

  #createLink(): Link<VisitorFrame, ToVisitorFrame> {
    const { at, sockets } = this.#world;
    const { site, origin } = this.#story;
    return new Link<VisitorFrame, ToVisitorFrame>({
      platform: sockets.platformFor(`ws://${at}/v1/sites/${site}/socket`, { Origin: origin }),
      hello: () => this.#hello(),
      parse: readFrame,
      receive: (frame) => this.#receive(frame),
      changed: (state) => this.#changed(state),
    });
  }

  #hello(): VisitorFrame {
    this.#hellos += 1;
    if (this.#hellos > 1) this.#world.counts.reconnects += 1;
    const { lastSeq, epoch } = this.mind;
    const { token } = this.#story;
    return { type: 'hello', protocol: PROTOCOL_VERSION, token, device: this.#device, lastSeq, epoch };
  }

  #changed(state: LinkState): void {
    if (state.status !== 'stopped') return;
    this.#world.counts.stopped += 1;
    const link = this.#link;
    this.#world.sockets.after(BACK_AFTER_MS, () => {
      if (this.#link !== link || link.state.status !== 'stopped') return;
      link.stop();
      link.start();
    });
  }

  #receive(frame: ToVisitorFrame): void {
    switch (frame.type) {
      case 'welcome':
        if (frame.conversation !== this.#story.conversation) {
          this.#world.ledger.violate('leaks', `${this.#who} was welcomed in another conversation`);
        }
        this.mind.resume(frame.epoch, frame.lastSeq, frame.lastN);
        this.#flush();
        return;
      case 'events':
        if (this.mind.hear(frame.events)) this.#link.send({ type: 'pull', after: this.mind.lastSeq });
        this.#story.check();
        this.#flush();
        return;
      case 'ack':
        this.mind.ack(frame);
        this.#flush();
        return;
      case 'nack':
        this.#refused(frame);
        return;
      default:
        return;
    }
  }

  #refused(frame: Extract<ToVisitorFrame, { type: 'nack' }>): void {
    const { mind } = this;
    const { retryIn } = mind.nack(frame);
    if (retryIn > 0) this.#world.sockets.after(retryIn, () => mind === this.mind && this.#flush());
    else this.#flush();
  }

  #flush(): void {
    if (this.#link.state.status !== 'live') return;
    while (this.#left > 0 && this.mind.openEntries.length < LIMITS.inFlight) {
      this.#left -= 1;
      this.mind.write(this.#world.ledger.write(this.#writer, this.#story.number));
    }
    for (const { id, n, text } of this.mind.takeOutgoing()) this.#link.send({ type: 'send', id, n, text });
  }
}
