// When to draw: in a frame, and what comes in a burst together. Nobody reads faster than that.
const BEAT_MS = 80;

export class Beat {
  readonly #draw: () => void;
  #planned = 0;
  #drawnAt = -BEAT_MS;

  constructor(draw: () => void) {
    this.#draw = draw;
  }

  plan(): void {
    this.#planned ||= requestAnimationFrame(this.#look);
  }

  stop(): void {
    cancelAnimationFrame(this.#planned);
  }

  readonly #look = (now: number): void => {
    const isSoon = now - this.#drawnAt < BEAT_MS;
    this.#planned = isSoon ? requestAnimationFrame(this.#look) : 0;
    if (isSoon) return;
    this.#drawnAt = now;
    this.#draw();
  };
}
