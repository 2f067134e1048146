// Replays recorded visits through the widget's own detector: NDJSON in, one decision a line out (contract, section 5). One thread a core.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Observation, ObservationType, ObservedField, Reason } from '#protocol';
import { explain } from '../widget/detector/explain.ts';
import { type Alarm, createWatch } from '../widget/detector/watch.ts';
import { THRESHOLDS } from '../widget/detector/weights.ts';

interface Session {
  id: string;
  observations: readonly Observation[];
  endAt: number;
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

const TICK_MS = 1_000;
const THRESHOLD = THRESHOLDS.normal;
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const score = (eta: number): number => round(1 / (1 + Math.exp(-eta)));

/** What the answer says of the tick of the offer, or of the last one. Words are made for that tick only. */
function tellWhy(alarm: Alarm): Pick<Reason, 'code' | 'field'>[] {
  return explain(alarm, THRESHOLD).reasons.map(({ code, field }) => ({ code, field }));
}

/** Lives through a visit as relive.ts does. What happens after the last whole second has no tick, so nothing to say. */
function replay({ id, observations, endAt }: Session, trace: boolean): string {
  const { observe, assess } = createWatch(false, THRESHOLD);
  const ticks: [number, number][] = [];
  let peak = Number.NEGATIVE_INFINITY;
  let offeredAt: number | null = null;
  let told: { score: number; reasons: Pick<Reason, 'code' | 'field'>[] } = { score: 0, reasons: [] };
  let next = 0;
  for (let t = TICK_MS; t <= endAt; t += TICK_MS) {
    for (let one = observations[next]; one && one.t <= t; one = observations[next]) {
      observe(one);
      next += 1;
    }
    const alarm = assess(t);
    peak = Math.max(peak, alarm.eta);
    if (trace) ticks.push([t, score(alarm.eta)]);
    if (offeredAt !== null || !(alarm.offer || t + TICK_MS > endAt)) continue;
    if (alarm.offer) offeredAt = t;
    told = { score: score(alarm.eta), reasons: tellWhy(alarm) };
  }
  return JSON.stringify({ id, offeredAt, ...told, peakScore: score(peak), ...(trace && { ticks }) });
}

/** Some whole lines of the input; and what is to be written for them. */
interface Batch {
  lines: Uint8Array;
  /** Number of the first line. */
  first: number;
}
interface Answers {
  out: string;
  errors: string;
}

function answer({ lines, first }: Batch, trace: boolean): Answers {
  let out = '';
  let errors = '';
  for (const [index, line] of new TextDecoder().decode(lines).split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      out += `${replay(parseSession(line), trace)}\n`;
    } catch (error) {
      errors += `line ${first + index}: ${error instanceof Error ? error.message : String(error)}\n`;
    }
  }
  return { out, errors };
}

/** A thread, and who waits for its answers: they come in the order of the batches. */
function createLane(trace: boolean) {
  const worker = new Worker(new URL(import.meta.url), { workerData: trace });
  const waiting: ((answers: Answers) => void)[] = [];
  worker.on('message', (answers: Answers) => waiting.shift()?.(answers));
  return {
    busy: () => waiting.length,
    close: () => worker.terminate(),
    ask(batch: Batch): Promise<Answers> {
      worker.postMessage(batch);
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}

/** Whole lines, as many at once as arrive together. */
async function* readBatches(): AsyncGenerator<Batch> {
  const NEWLINE = 10;
  let rest: Buffer[] = [];
  let first = 1;
  for await (const chunk of process.stdin) {
    if (!Buffer.isBuffer(chunk)) continue;
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      const lines = Buffer.concat([...rest, chunk.subarray(0, end)]);
      yield { lines, first };
      for (let at = lines.indexOf(NEWLINE); at >= 0; at = lines.indexOf(NEWLINE, at + 1)) first += 1;
      rest = [];
    }
    rest.push(chunk.subarray(end));
  }
  yield { lines: Buffer.concat(rest), first };
}

async function write({ out, errors }: Answers): Promise<void> {
  if (errors) {
    process.exitCode = 1;
    process.stderr.write(errors);
  }
  if (out && !process.stdout.write(out)) await once(process.stdout, 'drain');
}

/** Batches that may wait for a thread: enough to keep it busy, few enough for the memory. */
const AHEAD = 8;

async function replayAll(): Promise<void> {
  const { values } = parseArgs({ options: { trace: { type: 'boolean', default: false } } });
  // A reader that has seen enough (head, for instance) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  const most = availableParallelism();
  const lanes: ReturnType<typeof createLane>[] = [];
  const underway: Promise<void>[] = [];
  let last = Promise.resolve();
  for await (const batch of readBatches()) {
    if (lanes.length < most && lanes.every(({ busy }) => busy() > 0)) lanes.push(createLane(values.trace));
    const lane = lanes.reduce((least, one) => (one.busy() < least.busy() ? one : least));
    const answers = lane.ask(batch);
    const before = last;
    last = before.then(async () => write(await answers));
    underway.push(last);
    if (underway.length > AHEAD * most) await underway.shift();
  }
  await last;
  await Promise.all(lanes.map(({ close }) => close()));
}

if (isMainThread) await replayAll();
else parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(answer(batch, workerData === true)));
