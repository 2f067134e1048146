// The parts of the panel that come later, each with who fetches it.
import type { ConversationState } from '../conversation/conversation-state.ts';
import type { AfterCode } from './after/after-code.ts';
import type { IntroductionCode } from './introduction/introduction-code.ts';
import { LatePart, type LatePartOptions } from './late-part.ts';
import type { NoticesCode } from './notices/notices-code.ts';
import type { ButtonSign } from './panel-host.ts';
import type { QueueCode } from './queue/queue-code.ts';
import type { Words } from './speech.ts';
import type { TonguesCode } from './tongues/tongues-code.ts';
import type { WaysCode } from './ways/ways-code.ts';

export class LateParts {
  readonly introduction: LatePart<IntroductionCode>;
  readonly ways: LatePart<WaysCode>;
  readonly after: LatePart<AfterCode>;
  readonly queue: LatePart<QueueCode>;
  readonly tongues: LatePart<TonguesCode>;
  readonly #notices: LatePart<NoticesCode>;

  constructor(options: Omit<LatePartOptions<AfterCode>, 'fetch'>) {
    this.introduction = new LatePart({
      ...options,
      fetch: () => import('./introduction/introduction-code.ts'),
    });
    this.ways = new LatePart({ ...options, fetch: () => import('./ways/ways-code.ts') });
    this.after = new LatePart({ ...options, fetch: () => import('./after/after-code.ts') });
    this.queue = new LatePart({ ...options, fetch: () => import('./queue/queue-code.ts') });
    this.tongues = new LatePart({ ...options, fetch: () => import('./tongues/tongues-code.ts') });
    // A panel that is closed asks as well.
    const fetch = () => import('./notices/notices-code.ts');
    this.#notices = new LatePart({ ...options, isNeeded: () => true, fetch });
  }

  /** Only a conversation has notices: long before there is one they are here. */
  noticesIn({ phase }: ConversationState): NoticesCode | null {
    return phase === 'none' || phase === 'starting' ? null : this.#notices.loaded;
  }

  remind(state: ConversationState, words: Words | null): ButtonSign | null {
    const notices = this.noticesIn(state);
    if (words === null || notices === null) return null;
    return notices.remind(state, words.sayNotices(notices.words), words.writer);
  }
}
