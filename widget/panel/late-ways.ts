// The other ways to be helped come when they are asked for, or when nobody is there to chat with.
import type { Language } from '#protocol';
import { LateCode } from './late-code.ts';
import type { WaysCode } from './ways/ways-code.ts';

export class LateWays {
  #loaded: WaysCode | null = null;
  readonly #code: LateCode<typeof import('./ways/ways-code.ts')>;

  constructor(
    language: Language,
    came: (code: WaysCode) => void,
    isNeeded: () => boolean,
    signal: AbortSignal,
  ) {
    this.#code = new LateCode({
      surroundings: undefined,
      load: () => import('./ways/ways-code.ts'),
      isNeeded,
      came: async ({ loadWays }) => {
        this.#loaded = await loadWays(language);
        came(this.#loaded);
      },
      failed: () => undefined,
      signal,
    });
  }

  /** Null while its code is not here. */
  get loaded(): WaysCode | null {
    if (this.#loaded === null) void this.#code.fetch();
    return this.#loaded;
  }
}
