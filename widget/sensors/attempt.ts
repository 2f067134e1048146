// How an attempt to hand in or to go on ended: another step, fields marked wrong, nothing at all, or a form that is done.
import type { Observation } from '#protocol';

/** Nothing happened after an attempt: contract, section 5. */
const NO_ANSWER_AFTER = 3_000;
/** Between two steps a single-page form may be empty for a moment while it loads. */
const GONE_AFTER = 2_000;

/** Marks this soon after form and page were there came with them: the server refused what was sent to it. A slow phone needs most of it for a look. */
const WITH_THE_PAGE = 1_000;

export interface Attempt {
  /** There is no answer to the last one yet. */
  isOpen(): boolean;
  submit(t: number): void;
  mark(t: number, type: 'invalid' | 'valid', field: string): void;
  /** Fields are on screen, of the same step or of another one. */
  fields(t: number, count: number, isNewStep: boolean): void;
  /** No fields any more. */
  gone(t: number): void;
  pass(t: number): void;
}

/** What the browser tells of the way to this page. */
export interface Arrival {
  /** How often the server refused before it. */
  refusals(): number;
  /** When all of it had come, in ms of the page's clock. */
  cameAt(): number;
}

export function createAttempt(observe: (seen: Observation) => void, { refusals, cameAt }: Arrival): Attempt {
  const wrong = new Set<string>();
  let triedAt: number | undefined;
  let markedAt: number | undefined;
  let goneAt: number | undefined;
  let page: 'awaited' | 'fresh' | 'used' = 'awaited';
  let loadedAt = 0;
  let single = false;

  /** The first look may wait for somebody, and tells when it could have been; a page may take its time to come. */
  const thereAt = () => Math.max(loadedAt, cameAt());

  const end = (t: number, type: 'submit-failed' | 'submitted') => {
    if (triedAt !== undefined) observe({ t, type });
    triedAt = undefined;
    markedAt = undefined;
  };

  const passGone = (t: number) => {
    if (goneAt === undefined || t - goneAt < GONE_AFTER) return;
    goneAt = undefined;
    end(t, 'submitted');
  };

  const passSilence = (t: number) => {
    if (goneAt !== undefined || triedAt === undefined || t - triedAt < NO_ANSWER_AFTER) return;
    // Still wrong after another try: wrong again.
    for (const field of wrong) observe({ t, type: 'invalid', field });
    end(t, 'submit-failed');
  };

  /** Earlier refusals of the same page. With one question on it, that question was wrong each time; else only that it failed is sure. */
  const relive = (t: number, field: string) => {
    for (let earlier = refusals() - 1; earlier > 0; earlier--) {
      if (single) observe({ t, type: 'invalid', field });
      observe({ t, type: 'submit-failed' });
      observe({ t, type: 'submit' });
    }
  };

  return {
    isOpen: () => triedAt !== undefined,
    submit(t) {
      markedAt = undefined;
      triedAt = t;
      observe({ t, type: 'submit' });
    },
    mark(t, type, field) {
      // The first of them only: one attempt has one answer.
      if (
        page === 'fresh' &&
        markedAt === undefined &&
        triedAt === undefined &&
        t - thereAt() < WITH_THE_PAGE
      ) {
        triedAt = t;
        relive(t, field);
        page = 'used';
      }
      if (type === 'valid') wrong.delete(field);
      else {
        wrong.add(field);
        markedAt ??= t;
      }
      observe({ t, type, field });
    },
    fields(t, count, isNewStep) {
      goneAt = undefined;
      if (!isNewStep) return;
      single = count === 1;
      page = page === 'awaited' ? 'fresh' : 'used';
      loadedAt = t;
      wrong.clear();
      triedAt = undefined;
    },
    gone(t) {
      goneAt = t;
    },
    pass(t) {
      // After all marks of the same moment: they are one refusal.
      if (markedAt !== undefined && t > markedAt) end(markedAt, 'submit-failed');
      passGone(t);
      passSilence(t);
    },
  };
}
