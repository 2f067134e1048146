// Runs in the page: plays a simulated visit as events of the page, with the widget's own senses and detector looking on.
import type { Observation } from '#protocol';
import { createDetector } from '../../../widget/detector/detector.ts';
import { createDoor } from '../../../widget/sensors/door.ts';
import type { See } from '../../../widget/sensors/happening.ts';
import { createInterpreter } from '../../../widget/sensors/interpret.ts';
import { watchReading } from '../../../widget/sensors/reading.ts';
import { startSensors } from '../../../widget/sensors/sensors.ts';
import { crankClock } from './cranked-clock.ts';
import { createFormPage } from './form-page.ts';
import { createHand } from './hand.ts';
import { type Part, writeScore } from './score.ts';

export interface Played {
  /** ms since page load. */
  offeredAt: number | undefined;
  errors: string[];
}

declare global {
  interface Window {
    playVisit(visit: {
      observations: readonly Observation[];
      touch: boolean;
      endAt: number;
    }): Promise<Played>;
  }
}

const BEAT = 1_000;

function startSenses(touch: boolean) {
  const played: Played = { offeredAt: undefined, errors: [] };
  const detector = createDetector({ byTouch: touch });
  const interpreter = createInterpreter(detector.observe);
  const door = createDoor((error) => played.errors.push(String(error)));
  const see: See = (happening) => interpreter.take({ t: performance.now(), ...happening });
  watchReading(
    door,
    startSensors(door, undefined, see, () => {}),
    see,
  );
  return {
    played,
    beat(t: number) {
      interpreter.pass(t);
      if (detector.assess(t).offer) played.offeredAt ??= t;
    },
  };
}

window.playVisit = async ({ observations, touch, endAt }) => {
  const clock = crankClock();
  const page = createFormPage();
  await new Promise((resolve) => document.addEventListener('scroll', resolve, { once: true }));
  const { played, beat } = startSenses(touch);
  const beats = Array.from({ length: Math.floor(endAt / BEAT) }, (_, index): Part => {
    const t = (index + 1) * BEAT;
    return { t, run: () => beat(t) };
  });
  const score = [...writeScore(observations, page, createHand(page)), ...beats];
  for (const { t, run } of score.sort((a, b) => a.t - b.t)) {
    await clock.crank(t);
    await run();
    await clock.crank(t);
  }
  return played;
};
