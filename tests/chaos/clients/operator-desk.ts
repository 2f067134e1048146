// An operator at the console: takes what waits, reads and answers what is theirs, finishes what is said.
import { randomUUID } from 'node:crypto';
import {
  type ConversationSummary,
  type OperatorFrame,
  PROTOCOL_VERSION,
  type ToOperatorFrame,
} from '#protocol';
import { Link } from '#protocol/link';
import { readFrame } from '../../support/server/wire.ts';
import type { Desk } from '../world/organisations.ts';
import { OperatorThread } from './operator-thread.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

/** How often an operator looks over the desk: what was lost with a line is said again. */
const LOOK_EVERY_MS = 1_000;

export class OperatorDesk {
  readonly #world: World;
  readonly #desk: Desk;
  readonly #organisation: number;
  readonly #index: number;
  readonly #device = randomUUID();
  readonly #link: Link<OperatorFrame, ToOperatorFrame>;
  readonly #threads = new Map<string, OperatorThread>();
  readonly #stories: ReadonlyMap<string, Story>;
  #epoch = '';
  #hellos = 0;
  #cancelLook = () => {};

  constructor(
    world: World,
    desk: Desk,
    place: { organisation: number; index: number },
    stories: ReadonlyMap<string, Story>,
  ) {
    this.#world = world;
    this.#desk = desk;
    this.#organisation = place.organisation;
    this.#index = place.index;
    this.#stories = stories;
    const { at, consoleOrigin, sockets } = world;
    this.#link = new Link<OperatorFrame, ToOperatorFrame>({
      platform: sockets.platformFor(`ws://${at}/console/socket`, {
        Origin: consoleOrigin,
        Cookie: desk.cookie,
      }),
      hello: () => this.#hello(),
      parse: readFrame,
      receive: (frame) => this.#receive(frame),
      changed: () => {},
    });
  }

  start(): void {
    this.#link.start();
    this.#look();
  }

  wake(): void {
    this.#link.wake();
  }

  stop(): void {
    this.#cancelLook();
    this.#link.stop();
  }

  #hello(): OperatorFrame {
    this.#hellos += 1;
    if (this.#hellos > 1) this.#world.counts.reconnects += 1;
    return { type: 'hello', protocol: PROTOCOL_VERSION, device: this.#device };
  }

  #look(): void {
    for (const thread of this.#threads.values()) thread.look();
    this.#cancelLook = this.#world.sockets.after(LOOK_EVERY_MS, () => this.#look());
  }

  #receive(frame: ToOperatorFrame): void {
    if (frame.type === 'welcome') {
      this.#epoch = frame.epoch;
      for (const thread of this.#threads.values()) thread.follow();
    } else if (frame.type === 'desk') for (const summary of frame.conversations) this.#summarise(summary);
    else if (frame.type === 'summary') this.#summarise(frame.summary);
    else if ('conversation' in frame) this.#threads.get(frame.conversation)?.receive(frame, this.#epoch);
  }

  #summarise(summary: ConversationSummary): void {
    const story = this.#stories.get(summary.id);
    if (story && story.organisation !== this.#organisation) {
      this.#world.ledger.violate(
        'leaks',
        `an operator was told of story ${story.number} of another organisation`,
      );
    }
    // The citizen's tab may not know yet that it is there: it comes again with the next change.
    if (!story || story.organisation !== this.#organisation) return;
    this.#threadOf(summary.id, story, summary.status)?.summarise(summary);
  }

  #threadOf(id: string, story: Story, status: ConversationSummary['status']): OperatorThread | undefined {
    const known = this.#threads.get(id);
    if (known || status === 'closed') return known;
    const thread = new OperatorThread(this.#world.ledger, story, {
      operator: this.#desk.id,
      writer: story.writerNumber(2 + this.#index),
      send: (frame) => this.#link.send(frame),
      later: (ms, run) => this.#world.sockets.after(ms, run),
      read: () => this.#threads.delete(id),
    });
    this.#threads.set(id, thread);
    return thread;
  }
}
