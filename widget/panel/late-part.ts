// A part of the panel that few need: its code, Dutch words and looks come together, when it is on the screen for the first time.
import { LateCode } from './late-code.ts';

interface PartCode<Part> {
  readonly part: Part;
}

export interface LatePartOptions<Part extends { style: string }> {
  fetch(): Promise<PartCode<Part>>;
  came(style: string): void;
  isNeeded(): boolean;
  signal: AbortSignal;
}

export class LatePart<Part extends { style: string }> {
  #loaded: Part | null = null;
  readonly #code: LateCode<PartCode<Part>>;

  constructor({ fetch, came, isNeeded, signal }: LatePartOptions<Part>) {
    this.#code = new LateCode({
      surroundings: undefined,
      load: fetch,
      isNeeded,
      came: ({ part }) => {
        this.#loaded = part;
        came(part.style);
      },
      failed: () => undefined,
      signal,
    });
  }

  /** Null while it is not here. */
  get loaded(): Part | null {
    if (this.#loaded === null) void this.#code.fetch();
    return this.#loaded;
  }
}
