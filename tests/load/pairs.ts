// Many pairs on a contender: as fast as answers come (saturate), or at a set pace whatever comes (pace).
import type { Contender, ContenderName } from './contender.ts';
import { Pair, WINDOW } from './pair.ts';
import { startCitizens } from './people.ts';

/** 120 pairs with 8 messages on the line each stay below the 1,000 that the write queue takes: nothing is refused. */
const PAIRS = 120;
/** The start and the end of a run, where not every pair is at work, do not count. */
const FROM = 0.1;
const UNTIL = 0.9;
const GIVE_UP_MS = 120_000;

/** Fresh citizens for each run, as fresh as the sockets of the others: a conversation of thousands is no one's. */
async function openPairs(name: ContenderName, { port }: Contender, each: number): Promise<Pair[]> {
  const citizens = name === 'durable' ? await startCitizens(port, PAIRS) : [];
  const pairs = Array.from({ length: PAIRS }, () => new Pair(each));
  for (const [index, pair] of pairs.entries()) await pair.open(port, index, citizens[index] ?? null);
  return pairs;
}

/** Every message answered and at the other end: a contender that drops is not fast. */
async function finish(pairs: readonly Pair[], each: number): Promise<void> {
  const giveUp = performance.now() + GIVE_UP_MS;
  while (!pairs.every((pair) => pair.answered === each && pair.pushed === each)) {
    const refused = pairs.reduce((sum, pair) => sum + pair.refused, 0);
    if (refused > 0) throw new Error(`${refused} messages were refused.`);
    if (performance.now() > giveUp) throw new Error('Messages did not arrive.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const pair of pairs) pair.close();
}

/** Messages a second, with the window always full. */
export async function saturate(name: ContenderName, contender: Contender, messages: number): Promise<number> {
  const each = Math.ceil(messages / PAIRS);
  const total = each * PAIRS;
  const pairs = await openPairs(name, contender, each);
  const [from, until] = [Math.floor(total * FROM), Math.floor(total * UNTIL)];
  let answered = 0;
  let started = 0;
  let ended = 0;
  for (const pair of pairs) {
    pair.onAnswer = (count) => {
      pair.fill(each);
      const before = answered;
      answered += count;
      if (before < from && answered >= from) started = performance.now();
      if (before < until && answered >= until) ended = performance.now();
    };
  }
  for (const pair of pairs) pair.fill(each);
  await finish(pairs, each);
  return ((until - from) * 1_000) / (ended - started);
}

/**
 * How a pair writes. `window`: as many at once as in the saturated run, so that half of its rate is half of the load. `one`: each by itself,
 * as people write, which costs every contender about twice as much a message.
 */
export type Grouping = 'window' | 'one';

/** Ms from the moment a message was due to its ack, sorted: what waits behind a slow server counts in full. */
export async function pace(
  name: ContenderName,
  contender: Contender,
  { rate, seconds, grouping }: { rate: number; seconds: number; grouping: Grouping },
): Promise<Float64Array> {
  const size = grouping === 'window' ? WINDOW : 1;
  const each = Math.ceil((rate * seconds) / PAIRS / size) * size;
  const pairs = await openPairs(name, contender, each);
  const waits = new Float64Array(each * PAIRS);
  const start = performance.now();
  let now = start;
  // Group i of pair p is the (i · PAIRS + p)th of all, and due at its share of a second.
  const groups = rate / size / 1_000;
  const dueAt = (message: number, pair: number) =>
    start + (Math.floor(message / size) * PAIRS + pair) / groups;
  const dueBy = (pair: number) => size * Math.ceil(((now - start) * groups - pair) / PAIRS);
  for (const [index, pair] of pairs.entries()) {
    pair.onAnswer = (count) => {
      now = performance.now();
      for (let message = pair.answered - count; message < pair.answered; message++) {
        waits[message * PAIRS + index] = now - dueAt(message, index);
      }
      pair.fill(Math.min(each, dueBy(index)));
    };
  }
  await new Promise<void>((resolve) => {
    const turn = () => {
      now = performance.now();
      for (const [index, pair] of pairs.entries()) pair.fill(Math.min(each, dueBy(index)));
      if (pairs.every((pair) => pair.sent === each)) resolve();
      else setImmediate(turn);
    };
    turn();
  });
  await finish(pairs, each);
  return waits.subarray(Math.floor(waits.length * FROM)).sort();
}
