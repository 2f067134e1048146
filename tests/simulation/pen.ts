// Writes down what a page would tell of a person: the clock, and the acts that come between the deeds.
import type { HoverTarget, Observation, PressTarget } from '#protocol';
import type { Chance } from './chance.ts';
import type { Question } from './forms.ts';
import { ACTS, type Act, type Person } from './people.ts';
import type { World } from './worlds.ts';

type Told<O> = O extends unknown ? Omit<O, 't'> : never;

/** How many times the usual someone does each act now. */
export type Mood = Readonly<Partial<Record<Act, number>>>;
export const FINE: Mood = {};

/** Seconds. Away in another tab: most look something up, some are gone for long (Huang & White 2010; spread [U]). */
const AWAY = { median: 14, spread: 1.1 };
/** Rest of a pointer, seconds [U]. */
const REST = { median: 1.1, spread: 0.7 };

export class Pen {
  readonly observations: Observation[] = [];
  readonly person: Person;
  readonly world: World;
  readonly chance: Chance;
  /** Seconds since page load. */
  now = 0;
  #focused: string | undefined;

  constructor(person: Person, world: World, chance: Chance) {
    this.person = person;
    this.world = world;
    this.chance = chance;
  }

  say(told: Told<Observation>): void {
    this.observations.push({ t: Math.round(this.now * 1_000), ...told });
  }

  /** Time in which nothing is to be seen. */
  pass(seconds: number): void {
    this.now += seconds;
  }

  focus({ field }: Question): void {
    if (this.#focused === field) return;
    this.blur();
    this.say({ type: 'focus', field });
    this.#focused = field;
  }

  blur(): void {
    if (this.#focused !== undefined) this.say({ type: 'blur', field: this.#focused });
    this.#focused = undefined;
  }

  /** Thinks: the person does what people do meanwhile, more or less of it by mood. */
  think(seconds: number, mood: Mood, about: Question | undefined): void {
    const until = this.now + seconds;
    const rates = ACTS.map((act) => this.person.does[act] * (mood[act] ?? 1));
    const total = rates.reduce((sum, rate) => sum + rate, 0);
    for (;;) {
      const wait = this.chance.wait(total);
      if (this.now + wait >= until) break;
      this.now += wait;
      let left = this.chance.uniform() * total;
      const index = rates.findIndex((rate) => {
        left -= rate;
        return left < 0;
      });
      const act = ACTS[index];
      if (act) this.act(act, about);
    }
    this.now = Math.max(this.now, until);
  }

  act(act: Act, about: Question | undefined): void {
    ACT[act](this, about ? { field: about.field } : {});
  }

  hover(on: HoverTarget, at: At): void {
    const seconds = Math.max(0.5, this.chance.logNormal(REST.median, REST.spread));
    this.pass(seconds);
    this.say({ type: 'hover', on, ...at, ms: Math.round(seconds * 1_000) });
  }

  scroll(way: 1 | -1): void {
    const parts = this.chance.whole(1, 3);
    for (let part = 0; part < parts; part += 1) {
      this.pass(0.2);
      this.say({ type: 'scroll', dy: way * this.chance.between(0.08, 0.45) });
    }
  }

  press(on: PressTarget, effect: boolean, x = this.chance.whole(20, 900)): void {
    this.say({ type: 'press', on, x, y: this.chance.whole(20, 600), effect });
  }

  rage(on: PressTarget): void {
    const x = this.chance.whole(20, 900);
    const times = this.chance.whole(3, 6);
    for (let time = 0; time < times; time += 1) {
      this.say({ type: 'press', on, x: x + (time % 2), y: 300, effect: false });
      this.pass(this.chance.between(0.15, 0.5));
    }
  }

  away(seconds: number): void {
    this.say({ type: 'hidden' });
    this.pass(seconds);
    this.say({ type: 'visible' });
    this.pass(this.chance.logNormal(1.5, 0.5));
  }

  /** Types so many characters, in so many seconds, with corrections in between. */
  type({ field }: Question, characters: number, seconds: number, corrections = 0): void {
    const gap = seconds / Math.max(1, characters + 2 * corrections);
    const { burstSeconds } = this.world;
    let [inserted, deleted, since] = [0, 0, this.now];
    const tell = () => {
      if (inserted + deleted > 0) this.say({ type: 'input', field, inserted, deleted, how: 'type' });
      [inserted, deleted, since] = [0, 0, this.now];
    };
    const key = (erases: boolean) => {
      this.pass(gap);
      if (erases) deleted += 1;
      else inserted += 1;
      if (this.now - since >= burstSeconds) tell();
    };
    const slipAt = Math.floor(characters * this.chance.uniform());
    for (let index = 0; index < characters; index += 1) {
      key(false);
      if (index !== slipAt) continue;
      for (let wrong = 0; wrong < corrections; wrong += 1) key(true);
      for (let wrong = 0; wrong < corrections; wrong += 1) key(false);
    }
    tell();
  }

  erase({ field }: Question, characters: number): void {
    const gap = this.chance.between(0.06, 0.2);
    const told = this.world.burstSeconds > 0 ? 1 : characters;
    for (let index = 0; index < told; index += 1) {
      this.pass((gap * characters) / told);
      this.say({ type: 'input', field, inserted: 0, deleted: characters / told, how: 'type' });
    }
  }
}

/** The field that an act is about, if any. */
type At = { field?: string };

/** The words of a question are its label, or the explanation with it. */
const wordsOf = ({ chance }: Pen): 'label' | 'help' => (chance.happens(0.7) ? 'label' : 'help');

/** What each act looks like from outside. */
const ACT: Record<Act, (pen: Pen, at: At) => void> = {
  'hover-label': (pen, at) => pen.hover('label', at),
  'hover-help': (pen, at) => pen.hover('help', at),
  'hover-field': (pen, at) => pen.hover('field', at),
  'hover-submit': (pen) => pen.hover('submit', {}),
  'select-label': (pen, at) => pen.say({ type: 'select-text', on: wordsOf(pen), ...at }),
  'select-text': (pen) => pen.say({ type: 'select-text', on: 'text' }),
  'copy-label': (pen) => pen.say({ type: 'copy', on: wordsOf(pen) }),
  help: (pen, at) => pen.say({ type: 'help', ...(pen.chance.happens(0.6) && at) }),
  scroll: (pen) => pen.scroll(pen.chance.happens(0.88) ? 1 : -1),
  'scroll-back': (pen) => {
    const down = pen.chance.happens(0.5);
    pen.scroll(down ? 1 : -1);
    pen.pass(pen.chance.logNormal(1.6, 0.6));
    pen.scroll(down ? -1 : 1);
  },
  'press-text': (pen) => pen.press('text', false),
  'press-nothing': (pen) => pen.press('nothing', false),
  'press-dead': (pen) => {
    if (pen.chance.happens(0.2)) pen.rage('nothing');
    else pen.press(pen.chance.happens(0.7) ? 'control' : 'link', false);
  },
  'leave-top': (pen) => pen.say({ type: 'leave-top' }),
  'tab-away': (pen) => pen.away(pen.chance.logNormal(AWAY.median, AWAY.spread)),
};
