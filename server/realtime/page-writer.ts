// A page of events as the text of its frame: made once for all who follow the same conversation as far.
import type { ConversationEvent } from '#protocol';

export class PageWriter {
  #events: readonly ConversationEvent[] = [];
  #more = false;
  #text = '';

  /** Followers of one conversation hear of a change one after another: remembering the last page is enough. */
  write(events: readonly ConversationEvent[], more: boolean): string {
    if (!this.#isSame(events, more)) {
      this.#events = events;
      this.#more = more;
      this.#text = JSON.stringify({ type: 'events', events, more });
    }
    return this.#text;
  }

  /** The same events in memory, not merely equal ones: another conversation may have equal ones. */
  #isSame(events: readonly ConversationEvent[], more: boolean): boolean {
    if (more !== this.#more || events.length !== this.#events.length) return false;
    return events.every((event, index) => event === this.#events[index]);
  }
}
