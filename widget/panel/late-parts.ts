// The parts of the panel that come later: each is a file of its own.
import type { AfterCode } from './after/after-code.ts';
import { LatePart, type LatePartOptions } from './late-part.ts';
import type { TonguesCode } from './tongues/tongues-code.ts';
import type { WaysCode } from './ways/ways-code.ts';

export interface LateParts {
  readonly ways: LatePart<WaysCode>;
  readonly after: LatePart<AfterCode>;
  readonly tongues: LatePart<TonguesCode>;
}

export const createLateParts = (options: Omit<LatePartOptions<WaysCode>, 'fetch'>): LateParts => ({
  ways: new LatePart({ ...options, fetch: () => import('./ways/ways-code.ts') }),
  after: new LatePart({ ...options, fetch: () => import('./after/after-code.ts') }),
  tongues: new LatePart({ ...options, fetch: () => import('./tongues/tongues-code.ts') }),
});
