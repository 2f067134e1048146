// Is this citizen stuck? Observations in, once a second an assessment out. No DOM, no clock, no values.
import type { GateCode, Observation, Reason } from '#protocol';
import { passTime } from './decay.ts';
import { follow } from './facts.ts';
import { closedGates, isBreakpoint } from './gates.ts';
import { createStep, type Happening, type Page, type Pointer } from './page.ts';
import { seeProgress } from './progress.ts';
import { weigh } from './score.ts';
import { listen } from './signals.ts';

/** Log-odds. Setting "normal" of the start weights: 4.9 % false offers, recall .73 in simulation. */
const THRESHOLD = -0.5;
/** One high second may be noise. */
const TICKS = 2;
/** Seconds to wait for a breakpoint before the offer comes anyway. */
const PATIENCE = 8;

export interface Assessment {
  /** Probability that this citizen is stuck and gives up within two active minutes. */
  score: number;
  /** On the scale of the score. */
  threshold: number;
  /** Strongest first; `field` is the field's id. */
  reasons: Reason[];
  gates: GateCode[];
  offer: boolean;
}

export interface Detector {
  observe(observation: Observation): void;
  /** To be called once a second. */
  assess(t: number): Assessment;
}

const probability = (eta: number): number => 1 / (1 + Math.exp(-eta));

const createPage = (pointer: Pointer): Page => ({
  ...createStep(''),
  pointer,
  now: 0,
  active: 0,
  heard: {},
  returning: false,
  judging: false,
  refused: false,
  slips: 0,
  done: 0,
  pace: 0,
  precision: 0,
  progress: 0,
  run: 0,
  runBefore: 0,
  x: 0,
  y: 0,
  presses: 0,
  evidence: [],
});

export function createDetector({ pointer = 'fine' }: { pointer?: Pointer } = {}): Detector {
  const page = createPage(pointer);
  const ears = listen(page);
  let ticks = 0;
  let ready = 0;

  function take(happening: Happening): void {
    passTime(page, happening.t / 1000);
    follow(page, happening);
    seeProgress(page, happening);
    for (const hear of ears) hear(happening);
    page.heard[happening.type] = page.now;
  }

  return {
    observe: take,
    assess(t) {
      take({ t, type: 'tick' });
      const { eta, reasons } = weigh(page);
      const gates = closedGates(page);
      ticks = eta < THRESHOLD ? 0 : ticks + 1;
      if (ticks > 0 && ticks < TICKS) gates.push('one-tick');
      if (ticks === 0 || gates.length > 0) ready = page.now;
      else if (!isBreakpoint(page) && page.now - ready < PATIENCE) gates.push('no-breakpoint');
      const offer = ticks > 0 && gates.length === 0;
      return { score: probability(eta), threshold: probability(THRESHOLD), reasons, gates, offer };
    },
  };
}
