// All clients of a run: so many conversations at once, one after the other until every message was written, and the desks that answer.
import type { CitizenTab } from './citizen-tab.ts';
import { OperatorDesk } from './operator-desk.ts';
import { Story } from './story.ts';
import type { World } from './world.ts';

/** A long chat; short enough that conversations begin and end all through a run. */
const MESSAGES_PER_STORY = 400;
/** Of five messages two are of each writing tab, one is of the operator. */
const SHARE_OF_TAB = 0.4;
const LOOK_EVERY_MS = 1_000;

export class Crowd {
  readonly done: Promise<void>;
  readonly #world: World;
  readonly #desks: OperatorDesk[];
  readonly #active = new Set<Story>();
  readonly #stories = new Map<string, Story>();
  readonly #perStory: number;
  #left: number;
  #begun = 0;
  #cancelLook = () => {};

  constructor(world: World, { messages, conversations }: { messages: number; conversations: number }) {
    this.#world = world;
    this.#left = messages;
    this.#perStory = Math.min(MESSAGES_PER_STORY, Math.ceil(messages / conversations));
    this.#desks = world.organisations.flatMap(({ operators }, organisation) =>
      operators.map((desk, index) => new OperatorDesk(world, desk, { organisation, index }, this.#stories)),
    );
    for (const desk of this.#desks) desk.start();
    this.#look();
    const cells = Array.from({ length: conversations }, () => this.#tellStories());
    this.done = Promise.all(cells).then(() => {});
  }

  get tabs(): readonly CitizenTab[] {
    return [...this.#active].filter(({ conversation }) => conversation !== null).flatMap(({ tabs }) => tabs);
  }

  get storiesTold(): number {
    return this.#begun;
  }

  /** For a run that hangs. */
  tell(): string {
    return [...this.#active].map((story) => story.tell()).join('; ');
  }

  /** Every other tab notices that the network is back; the others find out by their own patience. */
  wake(): void {
    for (const desk of this.#desks) desk.wake();
    for (const tab of this.tabs) if (this.#world.dice.roll() < 0.5) tab.wake();
  }

  stop(): void {
    this.#cancelLook();
    for (const desk of this.#desks) desk.stop();
    for (const tab of this.tabs) tab.stop();
  }

  async #tellStories(): Promise<void> {
    while (this.#left > 0) {
      const messages = Math.min(this.#perStory, this.#left);
      this.#left -= messages;
      const eachTab = Math.floor(messages * SHARE_OF_TAB);
      const story = new Story(this.#world, this.#begun, { eachTab, operator: messages - 2 * eachTab });
      this.#begun += 1;
      this.#active.add(story);
      await story.open();
      if (story.conversation !== null) this.#stories.set(story.conversation, story);
      await story.done;
      if (story.conversation !== null) this.#stories.delete(story.conversation);
      this.#active.delete(story);
      // Closed from elsewhere (a clock jump makes a new conversation look forgotten): the rest is written in another one.
      this.#left += messages - this.#world.ledger.acceptedIn(story.number);
    }
  }

  #look(): void {
    for (const story of this.#active) story.endIfSaid();
    this.#cancelLook = this.#world.sockets.after(LOOK_EVERY_MS, () => this.#look());
  }
}
