// Keeps what a test's client hears, and lets the test wait for a frame.

interface Typed {
  type: string;
}

interface Waiter<In> {
  fits(frame: In): boolean;
  resolve(frame: In): void;
}

export class Ear<In extends Typed> {
  /** Everything heard, in order. */
  readonly heard: In[] = [];
  readonly #unread: In[] = [];
  readonly #waiters: Waiter<In>[] = [];

  /** The next unread frame of that type, and if given of that kind; frames before it stay unread. */
  hear<Type extends In['type']>(
    type: Type,
    fits: (frame: Extract<In, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<In, { type: Type }>> {
    const isWanted = (frame: In): frame is Extract<In, { type: Type }> =>
      frame.type === type && fits(frame as Extract<In, { type: Type }>);
    return new Promise((resolve) => {
      const found = this.#unread.findIndex((frame) => isWanted(frame));
      const [frame] = found < 0 ? [] : this.#unread.splice(found, 1);
      if (frame && isWanted(frame)) resolve(frame);
      else this.#waiters.push({ fits: isWanted, resolve: (wanted) => isWanted(wanted) && resolve(wanted) });
    });
  }

  take(frame: In): void {
    this.heard.push(frame);
    const index = this.#waiters.findIndex((waiter) => waiter.fits(frame));
    const [waiter] = index < 0 ? [] : this.#waiters.splice(index, 1);
    if (waiter) waiter.resolve(frame);
    else this.#unread.push(frame);
  }
}
