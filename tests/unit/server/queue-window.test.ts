// What one console is shown of a queue that changes all the time: never a hole in the front of it, and never much more than there is room for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueueWindow } from '../../../server/domain/queue-window.ts';

const ROOM = 5;

type Status = 'waiting' | 'active' | 'closed';

/** A desk, and the console at the other end of the window. */
class Model {
  readonly #desk = new Map<number, { status: Status; waitingSince: number }>();
  readonly #window = new QueueWindow(ROOM);
  readonly #console = new Map<number, Status>();
  #now = 1_000;
  /** Who came before all others: they are always shown. */
  inFront = 0;
  /** Were helped, and wait again: the console knows them and goes on showing them, also when others came before them since. */
  readonly givenBack = new Set<number>();

  get queue(): number[] {
    return [...this.#desk]
      .filter(([, { status }]) => status === 'waiting')
      .sort(([a, one], [b, other]) => one.waitingSince - other.waitingSince || a - b)
      .map(([conversation]) => conversation);
  }

  get shown(): number[] {
    return [...this.#console]
      .filter(([, status]) => status === 'waiting')
      .map(([conversation]) => conversation);
  }

  arrive(): void {
    this.#now += 1;
    this.#set(this.#desk.size, 'waiting', this.#now);
  }

  /** Given back, and the console had not heard yet that it was helped. */
  arriveInFront(): void {
    this.inFront += 1;
    this.#set(this.#desk.size, 'waiting', this.#first - 1);
  }

  get #first(): number {
    return this.#desk.get(this.queue[0] ?? -1)?.waitingSince ?? this.#now;
  }

  /** Of the queue from that place, or of those who are helped. */
  change(place: number, from: 'waiting' | 'active', to: Status): void {
    const some = [...this.#desk]
      .filter(([, { status }]) => status === from)
      .map(([conversation]) => conversation);
    const one = some[place % Math.max(1, some.length)];
    if (one === undefined) return;
    if (to === 'waiting') {
      this.inFront += 1;
      this.givenBack.add(one);
    }
    this.#set(one, to, to === 'waiting' ? this.#first - 1 : (this.#desk.get(one)?.waitingSince ?? 0));
  }

  /** `during` happens between the look and what it brings. */
  tick(during: () => void): void {
    const { missing, end } = this.#window;
    if (missing === 0) {
      during();
      return;
    }
    this.#window.beginLook();
    const isBehind = (conversation: number) => {
      const since = this.#desk.get(conversation)?.waitingSince ?? 0;
      return (
        !end || since > end.waitingSince || (since === end.waitingSince && conversation > end.conversation)
      );
    };
    const found = this.queue.filter(isBehind).slice(0, missing);
    const places = found.map((conversation) => ({
      conversation,
      waitingSince: this.#desk.get(conversation)?.waitingSince ?? 0,
    }));
    during();
    this.#window.endLook(places.length === missing);
    for (const place of places) {
      const waits = this.#desk.get(place.conversation)?.status === 'waiting';
      this.#window.moveUp(place, waits);
      if (waits) this.#console.set(place.conversation, 'waiting');
    }
  }

  #set(conversation: number, status: Status, waitingSince: number): void {
    this.#desk.set(conversation, { status, waitingSince });
    if (!this.#window.admit({ conversation, status, waitingSince }, false)) return;
    if (status === 'closed') this.#console.delete(conversation);
    else this.#console.set(conversation, status);
  }
}

const act = fc.oneof(
  { weight: 4, arbitrary: fc.constant(['arrive'] as const) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('take' as const), fc.nat(12)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('end' as const), fc.nat(12)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('give back' as const), fc.nat(12)) },
  { weight: 1, arbitrary: fc.constant(['jump'] as const) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('tick' as const), fc.boolean()) },
);

function play(model: Model, [what, value]: readonly [string, (number | boolean)?]): void {
  const place = Number(value);
  if (what === 'arrive') model.arrive();
  else if (what === 'jump') model.arriveInFront();
  else if (what === 'take') model.change(place, 'waiting', 'active');
  else if (what === 'end') model.change(place, place % 2 === 0 ? 'waiting' : 'active', 'closed');
  else if (what === 'give back') model.change(place, 'active', 'waiting');
  else model.tick(() => value === true && model.arrive());
}

describe('[T4] a window on the queue', () => {
  it('shows the front without a hole after the next look, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 60, maxLength: 120 }), (acts) => {
        const model = new Model();
        for (const one of acts) {
          play(model, one);
          const [queue, shown] = [model.queue, model.shown].map((list) =>
            list.filter((conversation) => !model.givenBack.has(conversation)),
          );
          // What is shown waits, and nobody is shown before someone who is not.
          if (one[0] === 'tick') expect(new Set(queue?.slice(0, shown?.length))).toEqual(new Set(shown));
          expect(model.shown.length).toBeLessThanOrEqual(ROOM + model.inFront);
        }
        for (let tick = 0; tick < 3; tick += 1) model.tick(() => undefined);
        expect(model.shown.length).toBeGreaterThanOrEqual(Math.min(ROOM, model.queue.length));
      }),
      { numRuns: 300 },
    );
  });

  it('never closes altogether when little fits', () => {
    const window = new QueueWindow(ROOM);
    window.narrow();
    expect(window.missing).toBe(1);
  });
});
