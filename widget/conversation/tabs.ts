// This page among the other tabs of the site: answers who asks for the conversation, shares the draft and what was seen, says when it goes.
import { openTabChannel, type TabChannel, type TabWord } from './tab-channel.ts';

export interface TabsOptions {
  siteId: string;
  /** Null while there is nothing to go on with. */
  describe(): Extract<TabWord, { kind: 'here' }> | null;
  drafted(text: string): void;
  seen(upTo: number): void;
  /** A page went; perhaps it left something to send. */
  left(): void;
}

export class Tabs {
  readonly #options: TabsOptions;
  #channel: TabChannel | null = null;

  constructor(options: TabsOptions) {
    this.#options = options;
  }

  /** A word that comes in would throw a page out of the back/forward cache: open only while the page is there. */
  join(): void {
    this.#channel ??= openTabChannel(this.#options.siteId, (word) => this.#hear(word));
  }

  share(draft: string): void {
    this.#channel?.say({ kind: 'draft', text: draft });
  }

  shareSeen(upTo: number): void {
    this.#channel?.say({ kind: 'seen', upTo });
  }

  leave(): void {
    this.#channel?.say({ kind: 'left' });
    this.#channel?.close();
    this.#channel = null;
  }

  #hear(word: TabWord): void {
    const { describe, drafted, seen, left } = this.#options;
    if (word.kind === 'draft') drafted(word.text);
    else if (word.kind === 'seen') seen(word.upTo);
    else if (word.kind === 'left') left();
    else if (word.kind === 'ask') {
      const answer = describe();
      if (answer !== null) this.#channel?.say(answer);
    }
  }
}
