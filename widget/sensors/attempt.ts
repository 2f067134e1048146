// How an attempt to hand in or to go on ended: another step, fields marked wrong, nothing at all, or a form that is done.
import type { Observation } from '#protocol';

/** Nothing happened after an attempt: contract, section 5. */
const NO_ANSWER_AFTER = 3_000;
/** Between two steps a single-page form may be empty for a moment while it loads. */
const GONE_AFTER = 2_000;

export interface Attempt {
  submit(t: number): void;
  mark(t: number, type: 'invalid' | 'valid', field: string): void;
  /** Fields are on screen, of the same step or of another one. */
  fields(isNewStep: boolean): void;
  /** No fields any more. */
  gone(t: number): void;
  pass(t: number): void;
}

export function createAttempt(observe: (seen: Observation) => void): Attempt {
  const wrong = new Set<string>();
  let triedAt: number | undefined;
  let markedAt: number | undefined;
  let goneAt: number | undefined;

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

  return {
    submit(t) {
      triedAt = t;
      observe({ t, type: 'submit' });
    },
    mark(t, type, field) {
      if (type === 'valid') wrong.delete(field);
      else {
        wrong.add(field);
        markedAt ??= t;
      }
      observe({ t, type, field });
    },
    fields(isNewStep) {
      goneAt = undefined;
      if (!isNewStep) return;
      wrong.clear();
      triedAt = undefined;
    },
    gone(t) {
      goneAt = t;
    },
    pass(t) {
      // After all marks of the same moment: they are one refusal.
      if (markedAt !== undefined && t > markedAt) end(t, 'submit-failed');
      passGone(t);
      passSilence(t);
    },
  };
}
