// Ties the desk to the world: the socket, the timers, the page's own events. The reducer decides, this carries out.
import { CLOSE, type OperatorFrame, PROTOCOL_VERSION, type ToOperatorFrame } from '#protocol';
import { Link, type LinkPlatform, type LinkState } from '#protocol/link';
import type { SessionAnswer } from './api.ts';
import type { DeskEffect, DeskInput, DeskState } from './desk-model.ts';
import { createDeskStore, type DeskStore } from './desk-store.ts';
import { isMine } from './desk-threads.ts';
import { parseFrame } from './parse-frame.ts';

export interface DeskPlatform extends LinkPlatform {
  newId(): string;
  /** Epoch ms of this machine. */
  wallClock(): number;
}

export interface DeskLinkOptions {
  platform: DeskPlatform;
  initial: DeskState;
  tell(effect: Extract<DeskEffect, { do: 'tell' }>, state: DeskState): void;
  /** Who am I: a refused handshake looks like any lost line to a browser, so it is asked over HTTP. */
  readSession(): Promise<SessionAnswer>;
  signedOut(): void;
}

/** Without a key for this long the operator is no longer typing. */
const TYPING_ENDS_MS = 5_000;
/** `typing off` of the citizen can get lost (T1): nobody types a message for longer than this without a word. */
const TYPING_FADES_MS = 30_000;

const nothing = (): void => undefined;

export class DeskLink {
  readonly store: DeskStore;
  readonly #options: DeskLinkOptions;
  readonly #link: Link<OperatorFrame, ToOperatorFrame>;
  readonly #cancelFading = new Map<string, () => void>();
  #typingIn: string | null = null;
  #cancelTyping = nothing;

  constructor(options: DeskLinkOptions) {
    const { platform } = options;
    this.#options = options;
    this.store = createDeskStore(options.initial, (effect) => this.#perform(effect));
    this.#link = new Link({
      platform,
      // M10: each line has a row of numbers of its own, so that what an earlier line brings late fits in none.
      hello: () => ({ type: 'hello', protocol: PROTOCOL_VERSION, device: platform.newId() }),
      parse: parseFrame,
      receive: (frame) => this.#receive(frame),
      changed: (link) => this.#changed(link),
    });
  }

  start(): void {
    this.#link.start();
  }

  stop(): void {
    this.#endTyping();
    this.#link.stop();
  }

  wake(): void {
    this.#link.wake();
  }

  act(input: DeskInput): void {
    this.store.step(input);
  }

  draft(conversation: string, text: string): void {
    this.store.step({ type: 'draft', conversation, text, now: this.#options.platform.wallClock() });
    if (text.trim() === '') this.#endTyping();
    else if (isMine(this.store.state, conversation)) this.#noteTyping(conversation);
  }

  write(conversation: string): void {
    const { platform } = this.#options;
    this.#endTyping();
    this.store.step({ type: 'write', conversation, id: platform.newId(), now: platform.wallClock() });
  }

  #receive(frame: ToOperatorFrame): void {
    // A line of the server that begins now was told nothing yet (F1).
    if (frame.type === 'welcome') this.#typingIn = null;
    if (frame.type === 'typing') this.#fadeTyping(frame.conversation, frame.on);
    this.store.step({ type: 'frame', frame, now: this.#options.platform.wallClock() });
  }

  #changed(link: LinkState): void {
    if (link.status !== 'live') this.#typingIn = null;
    this.store.step({ type: 'link', link });
    if (link.status === 'stopped' && link.code === CLOSE.sessionRevoked) this.#options.signedOut();
    if (link.status === 'waiting') void this.#checkSession();
  }

  async #checkSession(): Promise<void> {
    const answer = await this.#options.readSession();
    if (answer.ok || answer.why === 'unreachable') return;
    this.stop();
    this.#options.signedOut();
  }

  #perform(effect: DeskEffect): void {
    const { platform, tell } = this.#options;
    switch (effect.do) {
      case 'send':
        this.#link.send(effect.frame);
        break;
      case 'flush-later': {
        const { conversation } = effect;
        platform.after(effect.inMs, () => this.store.step({ type: 'flush', conversation }));
        break;
      }
      case 'tell':
        tell(effect, this.store.state);
        break;
    }
  }

  #noteTyping(conversation: string): void {
    if (this.#typingIn !== conversation) {
      this.#endTyping();
      this.#typingIn = conversation;
      this.#link.send({ type: 'typing', conversation, on: true });
    }
    this.#cancelTyping();
    this.#cancelTyping = this.#options.platform.after(TYPING_ENDS_MS, () => this.#endTyping());
  }

  #endTyping(): void {
    this.#cancelTyping();
    if (this.#typingIn !== null) {
      this.#link.send({ type: 'typing', conversation: this.#typingIn, on: false });
    }
    this.#typingIn = null;
  }

  #fadeTyping(conversation: string, on: boolean): void {
    this.#cancelFading.get(conversation)?.();
    this.#cancelFading.delete(conversation);
    if (!on) return;
    const cancel = this.#options.platform.after(TYPING_FADES_MS, () =>
      this.store.step({ type: 'typing-faded', conversation }),
    );
    this.#cancelFading.set(conversation, cancel);
  }
}
