// A part of the panel that few need: its code, words and looks come together, when it is on the screen for the first time.
import type { Language } from '#protocol';
import { LateCode } from './late-code.ts';

interface PartCode<Part> {
  load(language: Language): Promise<Part>;
}

export interface LatePartOptions<Part extends { style: string }> {
  language: Language;
  fetch(): Promise<PartCode<Part>>;
  came(style: string): void;
  isNeeded(): boolean;
  signal: AbortSignal;
}

export class LatePart<Part extends { style: string }> {
  #loaded: Part | null = null;
  readonly #code: LateCode<PartCode<Part>>;

  constructor({ language, fetch, came, isNeeded, signal }: LatePartOptions<Part>) {
    this.#code = new LateCode({
      surroundings: undefined,
      load: fetch,
      isNeeded,
      came: async ({ load }) => {
        this.#loaded = await load(language);
        came(this.#loaded.style);
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
