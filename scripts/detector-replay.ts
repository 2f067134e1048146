// Replays recorded visits through the widget's own detector: NDJSON in, one decision a line out (contract, section 5).
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Observation, ObservationType, ObservedField, Reason } from '#protocol';
import { createDetector } from '../widget/detector/detector.ts';
import { relive } from '../widget/detector/relive.ts';

interface Session {
  id: string;
  observations: readonly Observation[];
  endAt: number;
}

/** What the answer says of the tick of the offer, or of the last one. */
interface Told {
  score: number;
  reasons: Pick<Reason, 'code' | 'field'>[];
}

type Shape = Record<string, 'string' | 'number' | 'boolean'>;
const aField: Shape = { field: 'string' };
const aTarget: Shape = { on: 'string' };

/** What an observation must have next to its time. Checked by hand: ten thousand visits are five million observations. */
const SHAPES: Record<ObservationType, Shape> = {
  step: { step: 'string' },
  focus: aField,
  blur: aField,
  choose: aField,
  invalid: aField,
  valid: aField,
  input: { ...aField, inserted: 'number', deleted: 'number', how: 'string' },
  submit: {},
  'submit-failed': {},
  submitted: {},
  scroll: { dy: 'number' },
  press: { ...aTarget, x: 'number', y: 'number', effect: 'boolean' },
  hover: { ...aTarget, ms: 'number' },
  'select-text': aTarget,
  help: {},
  copy: aTarget,
  'leave-top': {},
  hidden: {},
  visible: {},
  resize: {},
};
const SHAPE_ENTRIES = new Map(Object.entries(SHAPES).map(([type, shape]) => [type, Object.entries(shape)]));

type Unknown = Record<string, unknown>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;

function isAnnounced(value: unknown): value is ObservedField {
  if (!isObject(value)) return false;
  const { field, kind, words } = value;
  return typeof field === 'string' && typeof kind === 'string' && typeof words === 'number';
}

function isObservation(value: unknown): value is Observation {
  if (!isObject(value)) return false;
  const { t, type, fields } = value;
  const shape = typeof t === 'number' && typeof type === 'string' && SHAPE_ENTRIES.get(type);
  if (!shape) return false;
  for (const [name, kind] of shape) {
    if (typeof value[name] !== kind) return false;
  }
  return type !== 'step' || (Array.isArray(fields) && fields.every(isAnnounced));
}

function parseSession(line: string): Session {
  const session: unknown = JSON.parse(line);
  if (!isObject(session)) throw new Error('a session is an object');
  const { id, observations, endAt } = session;
  if (typeof id !== 'string') throw new Error('"id" must be a string');
  if (typeof endAt !== 'number') throw new Error('"endAt" must be a number of ms');
  if (!Array.isArray(observations)) throw new Error('"observations" must be an array');
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, observation] of observations.entries()) {
    if (!isObservation(observation)) throw new Error(`observation ${index} is not in the grammar`);
    if (observation.t < before) throw new Error(`observation ${index} is earlier than the one before`);
    before = observation.t;
  }
  return { id, observations, endAt };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function replay({ id, observations, endAt }: Session, trace: boolean): string {
  const ticks: [number, number][] = [];
  let peakScore = 0;
  let offeredAt: number | null = null;
  let told: Told = { score: 0, reasons: [] };
  relive(createDetector(), observations, { until: endAt }, (t, { score, reasons, offer }) => {
    peakScore = Math.max(peakScore, score);
    if (trace) ticks.push([t, round(score)]);
    if (offeredAt !== null) return;
    if (offer) offeredAt = t;
    told = { score: round(score), reasons: reasons.map(({ code, field }) => ({ code, field })) };
  });
  return JSON.stringify({ id, offeredAt, ...told, peakScore: round(peakScore), ...(trace && { ticks }) });
}

const { values } = parseArgs({ options: { trace: { type: 'boolean', default: false } } });
// A reader that has seen enough (head, for instance) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (line.trim() === '') continue;
  try {
    const answer = replay(parseSession(line), values.trace);
    if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, 'drain');
  } catch (error) {
    process.exitCode = 1;
    console.error(`line ${number}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
