// What happened in one page life, added up per field: sums only, so that nobody's visit can be read from them. Pure.
import { CROWD_LIMITS, type FormSums, LIMITS } from '#protocol';
import { type Completion, createStopwatch, type Told } from './stopwatch.ts';

/** A page that goes this soon after an attempt, in ms, goes because of it; sooner where an error stands, which stays until the page goes. */
const GOES_WITHIN = 10_000;
const GOES_WITHIN_THOUGH_WRONG = 3_000;

type Sums = Omit<FormSums, 'form'>;

/** Whether the form went on: it is gone after an attempt, or the page goes because of one. */
function createEnding() {
  const wrong = new Set<string>();
  let triedAt: number | undefined;
  let gone = false;
  return {
    attempt(t: number) {
      triedAt = t;
    },
    refuse(field: string) {
      triedAt = undefined;
      wrong.add(field);
    },
    /** It was put right. */
    accept: (field: string) => wrong.delete(field),
    turn(count: number) {
      gone = count === 0 && (gone || triedAt !== undefined);
      wrong.clear();
      if (count > 0) triedAt = undefined;
    },
    isGood(until: number) {
      const within = wrong.size > 0 ? GOES_WITHIN_THOUGH_WRONG : GOES_WITHIN;
      return gone || (triedAt !== undefined && until - triedAt < within);
    },
  };
}

const sumField = (field: string, all: readonly Completion[], errors: number): FormSums['fields'][number] => {
  const logs = all
    .filter((one) => one.field === field)
    .slice(-CROWD_LIMITS.completions)
    .map(({ ln }) => ln);
  return {
    field,
    count: logs.length,
    sumLn: logs.reduce((sum, ln) => sum + ln, 0),
    sumLn2: logs.reduce((sum, ln) => sum + ln * ln, 0),
    errors: Math.min(errors, CROWD_LIMITS.errors),
  };
};

/** Hears everything; what was told before `since` is not told again, what began before it is. */
function createTally(since: number) {
  const touched = new Set<string>();
  const errors = new Map<string, number>();
  let last: string | null = null;
  const ending = createEnding();
  const watch = createStopwatch((t, field) => {
    if (t <= since) return;
    touched.add(field);
    last = field;
  });

  const hear = (happened: Told) => {
    const { t } = happened;
    switch (happened.type) {
      case 'focus':
        return watch.focus(t, happened.field);
      case 'blur':
        return watch.leave(t, happened.field);
      case 'input':
        return watch.edit(happened);
      case 'hidden':
        return watch.stop(t);
      case 'visible':
        return watch.show(t);
      case 'submit':
        watch.attempt(t);
        return ending.attempt(t);
      case 'invalid':
        ending.refuse(happened.field);
        watch.fail(t, happened.field);
        if (t > since) errors.set(happened.field, (errors.get(happened.field) ?? 0) + 1);
        return;
      case 'valid':
        ending.accept(happened.field);
        return;
      case 'fields':
        ending.turn(happened.fields.length);
        watch.turn(
          happened.name,
          happened.fields.map(({ field }) => field),
        );
    }
  };
  return {
    hear,
    end(until: number): Sums | undefined {
      watch.stop(until);
      // The field touched last goes first, so that it is among them on the longest of forms.
      const names = [...new Set([last ?? '', ...touched, ...errors.keys()])]
        .filter(({ length }) => length > 0 && length <= LIMITS.nameChars)
        .slice(0, CROWD_LIMITS.fields);
      if (!touched.size || !names[0]) return undefined;
      const completions = watch.completions().filter(({ t }) => t > since);
      return {
        finished: ending.isGood(until),
        last: names.find((name) => name === last) ?? null,
        fields: names.map((field) => sumField(field, completions, errors.get(field) ?? 0)),
      };
    },
  };
}

/** Undefined when nothing was touched. */
export function sumVisit(
  past: readonly Told[],
  { since, until }: { since: number; until: number },
): Sums | undefined {
  const tally = createTally(since);
  for (const happened of past) tally.hear(happened);
  return tally.end(until);
}
