// Writes a visit as a story of observations, and plays it to the detector with a tick every second.
import type { FieldKind, InputManner, Observation, ObservedField, ReasonCode } from '#protocol';
import {
  type Assessment,
  createDetector,
  type DetectorOptions,
} from '../../../../widget/detector/detector.ts';
import { relive } from '../../../../widget/detector/relive.ts';

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

/** What a signal says at the end of a story, also when that is little. */
export const weightOf = (code: ReasonCode, story: Story, options: DetectorOptions = {}): number =>
  play(story.wait(1_000), 0, options).last.sum.evidence.find((one) => one.code === code)?.weight ?? 0;
