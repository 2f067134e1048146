// From the readings of all rounds to the figures of the bench, and what of them meets its bar.
import type { Case } from './stage.ts';
import type { LongFrame } from './watch-page.ts';
import type { Load, Talked } from './weigh-visit.ts';

/** ms: what the browser calls a long task. */
const LONG_MS = 50;

export interface Round extends Record<Case, Load> {
  talk: Talked;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Every round begins with another one, so that none always runs on a warm or a tired machine. */
export function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

/** Scripts of that origin that kept the page busy for long. */
export const longScripts = (frames: readonly LongFrame[], origin: string) =>
  frames
    .flatMap(({ scripts }) => scripts)
    .filter(({ url, duration }) => url.startsWith(origin) && duration > LONG_MS);

interface Relation {
  /** Of our server. */
  origin: string;
  rounds: readonly Round[];
}

export function readFigures({ origin, rounds }: Relation) {
  const middle = (read: (round: Round) => number, digits?: number) =>
    rounded(median(rounds.map(read)), digits);
  const most = (read: (round: Round) => number) => Math.max(...rounds.map(read));
  const fetched = ({ requests }: Pick<Load, 'requests'>) => requests.length - 1;
  const over = (name: Case, read: (load: Load) => number) => (round: Round) =>
    read(round[name]) - read(round.empty);
  const talkLong = ({ talk }: Round) => longScripts(talk.frames, origin).length;
  return {
    requestsWithoutOffer: most(({ ours }) => ours.requestsAtRest),
    requestsFilledIn: most(({ ours }) => fetched(ours)),
    cls: rounded(
      most(({ talk }) => talk.shifts + talk.excusedShifts),
      4,
    ),
    loaderScriptMs: middle(over('ours', (load) => load.scriptMs)),
    loaderAllScriptMs: middle(over('ours', (load) => load.allScriptMs)),
    panelScriptMs: middle(({ talk }) => talk.panelScriptMs),
    panelAllScriptMs: middle(({ talk }) => talk.allPanelScriptMs),
    exchangeScriptMs: middle(({ talk }) => talk.exchangeScriptMs),
    wholeScriptMs: middle(({ talk }) => talk.scriptMs),
    loaderTaskRatio: middle(({ ours, empty }) => ours.taskMs / empty.taskMs),
    emptyTaskMs: middle(({ empty }) => empty.taskMs, 0),
    attributedLongTasks: middle(({ ours }) => longScripts(ours.frames, origin).length, 0),
    attributedLongTasksWorst: most(({ ours }) => longScripts(ours.frames, origin).length),
    talkLongTasks: middle(talkLong, 0),
    heapDeltaMb: middle(
      over('ours', (load) => load.heapMb),
      3,
    ),
    panelHeapDeltaMb: middle(({ talk, empty }) => talk.heapMb - empty.heapMb, 3),
    scriptMsPerKey: middle(
      over('ours', (load) => load.scriptMsPerKey),
      3,
    ),
    taskMsPerKey: middle(over('ours', (load) => load.taskMsPerKey)),
    elements: most(({ ours, empty }) => ours.elementsAtRest - empty.elementsAtRest),
    peerFigures: {
      scriptMs: middle(over('peer', (load) => load.scriptMs)),
      allScriptMs: middle(over('peer', (load) => load.allScriptMs)),
      taskRatio: middle(({ peer, empty }) => peer.taskMs / empty.taskMs),
      heapDeltaMb: middle(
        over('peer', (load) => load.heapMb),
        3,
      ),
      scriptMsPerKey: middle(
        over('peer', (load) => load.scriptMsPerKey),
        3,
      ),
      elements: most(({ peer, empty }) => peer.elementsAtRest - empty.elementsAtRest),
    },
  };
}
