// Writes a visit as a story of observations, and plays it to the detector with a tick every second.
import {
  type FieldKind,
  type InputManner,
  type Observation,
  type ObservedField,
  REASON_CODES,
  type ReasonCode,
} from '#protocol';
import {
  type Assessment,
  createDetector,
  type DetectorOptions,
} from '../../../../widget/detector/detector.ts';
import { relive } from '../../../../widget/detector/relive.ts';
import { createWatch } from '../../../../widget/detector/watch.ts';

type Told<O> = O extends unknown ? Omit<O, 't'> : never;

export const aField = (field: string, kind: FieldKind = 'text', words = 6): ObservedField => ({
  field,
  kind,
  words,
});

export function tell() {
  const observations: Observation[] = [];
  let now = 0;
  const say = (told: Told<Observation>) => {
    observations.push({ t: now, ...told });
    return story;
  };
  const story = {
    observations,
    now: () => now,
    say,
    wait(ms: number) {
      now += ms;
      return story;
    },
    step: (step: string, ...fields: ObservedField[]) => say({ type: 'step', step, fields }),
    focus: (field: string) => say({ type: 'focus', field }),
    blur: (field: string) => say({ type: 'blur', field }),
    invalid: (field: string) => say({ type: 'invalid', field }),
    valid: (field: string) => say({ type: 'valid', field }),
    input: (field: string, inserted: number, deleted = 0, how: InputManner = 'type') =>
      say({ type: 'input', field, inserted, deleted, how }),
    keys(field: string, count: number, gapMs: number) {
      for (let key = 0; key < count; key += 1) story.wait(gapMs).input(field, 1);
      return story;
    },
    erase(field: string, count: number, gapMs = 120) {
      for (let key = 0; key < count; key += 1) story.wait(gapMs).input(field, 0, 1);
      return story;
    },
    /** Reads, types and leaves a field at an ordinary pace. */
    fill: (field: string, count = 12, gapMs = 250) =>
      story.wait(400).focus(field).wait(1_400).keys(field, count, gapMs).wait(600).blur(field),
    choose: (field: string) =>
      story.wait(800).focus(field).wait(1_500).say({ type: 'choose', field }).wait(500).blur(field),
    /** Presses "Volgende"; the page marks these fields. */
    refusedFor(...fields: string[]) {
      story.wait(900).say({ type: 'submit' }).wait(40);
      for (const field of fields) story.invalid(field);
      return story.wait(20).say({ type: 'submit-failed' });
    },
    away: (ms: number) => say({ type: 'hidden' }).wait(ms).say({ type: 'visible' }),
  };
  return story;
}

export type Story = ReturnType<typeof tell>;

export interface Played {
  ticks: (Assessment & { t: number })[];
  /** Time of the first tick that offers. */
  offeredAt: number | undefined;
  first: Assessment | undefined;
  last: Assessment;
  peak: number;
}

export function play(story: Story, silenceMs = 20_000, options: DetectorOptions = {}): Played {
  const ticks: Played['ticks'] = [];
  relive(createDetector(options), story.observations, { until: story.now() + silenceMs }, (t, assessment) =>
    ticks.push({ t, ...assessment }),
  );
  const first = ticks.find((tick) => tick.offer);
  const last = ticks.at(-1);
  if (!last) throw new Error('A story must last at least a second.');
  return {
    ticks,
    offeredAt: first?.t,
    first,
    last,
    peak: Math.max(...ticks.map((tick) => tick.score)),
  };
}

/** What each signal has found at the end of a story, whatever that weighs. */
export function findAll(story: Story, options: DetectorOptions = {}): Partial<Record<ReasonCode, number>> {
  const { byTouch = false, crowd } = options;
  const watch = createWatch(byTouch, 0, crowd);
  const until = story.wait(1_000).now();
  let next = 0;
  for (let t = 1_000; t <= until; t += 1_000) {
    for (let one = story.observations[next]; one && one.t <= t; one = story.observations[next]) {
      watch.observe(one);
      next += 1;
    }
    watch.assess(t);
  }
  for (const one of story.observations.slice(next)) watch.observe(one);
  const { evidence } = watch.assess(until + 1);
  return Object.fromEntries(REASON_CODES.map((code, index) => [code, evidence[index]?.found ?? 0]));
}

export const foundBy = (code: ReasonCode, story: Story, options?: DetectorOptions): number =>
  findAll(story, options)[code] ?? 0;
