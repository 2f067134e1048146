// Runs in the page under test: the widget's own senses, with what they see laid open.
import type { Observation, PageContext } from '#protocol';
import { nameStep } from '../../../widget/context.ts';
import { createDoor } from '../../../widget/sensors/door.ts';
import type { See } from '../../../widget/sensors/happening.ts';
import { createInterpreter } from '../../../widget/sensors/interpret.ts';
import { isWrong } from '../../../widget/sensors/invalid.ts';
import { describeField, labelOf } from '../../../widget/sensors/label.ts';
import { watchReading } from '../../../widget/sensors/reading.ts';
import { startSensors } from '../../../widget/sensors/sensors.ts';
import { createSnapshot } from '../../../widget/snapshot.ts';

export interface SeenField {
  field: string;
  kind: string;
  label: string;
  words: number;
  required: boolean;
  wrong: boolean;
}
export interface SeenPage {
  form: string;
  step: PageContext['step'];
  fields: SeenField[];
}
export interface Probe {
  errors: string[];
  observations: Observation[];
  read(): SeenPage;
  /** What an operator would see now. */
  context(): PageContext;
  /** Lets time pass for what only silence tells. */
  pass(ms: number): void;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

const errors: string[] = [];
const observations: Observation[] = [];
const interpreter = createInterpreter((seen) => observations.push(seen));
const door = createDoor((error) => errors.push(String(error)));
const see: See = (happening) => interpreter.take({ t: performance.now(), ...happening });
const page = startSensors(
  door,
  document.currentScript?.getAttribute('data-form') ?? undefined,
  see,
  () => {},
);
watchReading(door, page, see);

const snapshot = createSnapshot({
  page,
  heard: () => ({ announced: '', last: undefined }),
  reasons: () => [],
});

window.probe = {
  errors,
  observations,
  context: snapshot.context,
  pass: (ms) => interpreter.pass(performance.now() + ms),
  read() {
    page.look();
    return {
      ...nameStep(page, ''),
      fields: page.fields.map((one) => {
        const { field, kind, words, required } = describeField(one);
        return { field, kind, words, required: required === true, label: labelOf(one), wrong: isWrong(one) };
      }),
    };
  },
};
