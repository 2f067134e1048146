// Virtual time: one heap of happenings, run in order; and hosts, machines on it that can be frozen or die.

interface Happening {
  at: number;
  order: number;
  run: () => void;
}

const isBefore = (a: Happening, b: Happening): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

export class VirtualTime {
  now = 0;
  #order = 0;
  readonly #heap: Happening[] = [];

  plan(at: number, run: () => void): void {
    const happening = { at: Math.max(at, this.now), order: this.#order++, run };
    const heap = this.#heap;
    let place = heap.push(happening) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(happening, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = happening;
  }

  get nextAt(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Runs the happening that comes first. */
  runNext(): void {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined) return;
    if (first !== last) this.#sinkFromTop(last);
    this.now = first.at;
    first.run();
  }

  #sinkFromTop(happening: Happening): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      const left = heap[below];
      if (left === undefined) break;
      const right = heap[below + 1];
      let child = left;
      if (right !== undefined && isBefore(right, left)) {
        child = right;
        below += 1;
      }
      if (!isBefore(child, happening)) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = happening;
  }
}

/** A browser tab or a server process. Frozen: nothing runs until it thaws, then everything that was due. Dead: nothing ever runs. */
export class Host {
  readonly #time: VirtualTime;
  #frozenUntil = 0;
  #dead = false;
  readonly #due: (() => void)[] = [];
  /** Runs on this host so far: whoever waits for promises looks here. */
  runs = 0;

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  get isFrozen(): boolean {
    return this.#frozenUntil > this.#time.now;
  }

  get isDead(): boolean {
    return this.#dead;
  }

  freeze(ms: number): void {
    this.#frozenUntil = Math.max(this.#frozenUntil, this.#time.now + ms);
    this.#time.plan(this.#frozenUntil, () => {
      if (!this.isFrozen) this.thaw();
    });
  }

  /** What was due meanwhile happens now, in its order. */
  thaw(): void {
    this.#frozenUntil = 0;
    for (const fire of this.#due.splice(0)) this.#time.plan(this.#time.now, fire);
  }

  die(): void {
    this.#dead = true;
  }

  /** As timers of browsers and of Node: whole ms, at least one. */
  timer(ms: number, run: () => void): () => void {
    return this.after(Math.max(1, Math.ceil(ms)), run);
  }

  after(ms: number, run: () => void): () => void {
    let cancelled = false;
    const fire = (): void => {
      if (cancelled || this.#dead) return;
      if (this.isFrozen) {
        this.#due.push(fire);
        return;
      }
      this.runs += 1;
      run();
    };
    this.#time.plan(this.#time.now + ms, fire);
    return () => {
      cancelled = true;
    };
  }
}
