// The parts of the panel that come later, each with who fetches it.
import type { AfterCode } from './after/after-code.ts';
import { fetchTongues } from './fetch-ahead.ts';
import type { IntroductionCode } from './introduction/introduction-code.ts';
import { LatePart, type LatePartOptions } from './late-part.ts';
import type { QueueCode } from './queue/queue-code.ts';
import type { TonguesCode } from './tongues/tongues-code.ts';
import type { WaysCode } from './ways/ways-code.ts';

export class LateParts {
  readonly introduction: LatePart<IntroductionCode>;
  readonly ways: LatePart<WaysCode>;
  readonly after: LatePart<AfterCode>;
  readonly queue: LatePart<QueueCode>;
  readonly tongues: LatePart<TonguesCode>;

  constructor(options: Omit<LatePartOptions<AfterCode>, 'fetch'>) {
    this.introduction = new LatePart({
      ...options,
      fetch: () => import('./introduction/introduction-code.ts'),
    });
    this.ways = new LatePart({ ...options, fetch: () => import('./ways/ways-code.ts') });
    this.after = new LatePart({ ...options, fetch: () => import('./after/after-code.ts') });
    this.queue = new LatePart({ ...options, fetch: () => import('./queue/queue-code.ts') });
    this.tongues = new LatePart({ ...options, fetch: fetchTongues });
    // Every panel has it. Asked for now, it is here for the first drawing where its file is.
    void this.tongues.loaded;
  }
}
