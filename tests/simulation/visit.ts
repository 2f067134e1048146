// One visit to a form, from page load to the end, with what an outsider cannot know: whether and when someone got stuck, and why.
import type { Observation } from '#protocol';
import type { Chance } from './chance.ts';
import { answer, lengthOf, moveTo, repair } from './filling.ts';
import type { Form, Question } from './forms.ts';
import { FINE, Pen } from './pen.ts';
import { makePerson, type Persona } from './people.ts';
import { chooseSpot, type Spot } from './spot.ts';
import { struggle } from './struggling.ts';
import { type Reason, type Trouble, troubleOf } from './trouble.ts';
import type { World } from './worlds.ts';

/** `silent`: leaves without any trouble to be seen. */
export type Fate = 'fine' | 'gives-up' | 'recovers' | 'silent';

export interface Visit {
  id: string;
  persona: Persona;
  touch: boolean;
  /** Keys are told a burst at a time, so the first is told late. */
  inBursts: boolean;
  form: Form;
  fate: Fate;
  reason: Reason | undefined;
  observations: Observation[];
  /** ms since page load: when the trouble began and, for who gives up or recovers, ended. */
  stuckFrom: number | undefined;
  stuckUntil: number | undefined;
  endAt: number;
}

export interface Plan {
  id: string;
  persona: Persona;
  fate: Fate;
  reason: Reason;
  form: Form;
  world: World;
}

/** Seconds that people hold out before they give up, and before they find the way: median and spread [U]. */
const GIVES_UP = { median: 108, spread: 0.35 };
const RECOVERS = { median: 42, spread: 0.6 };
const SHORTEST = 25;
/** Share of questions without obligation that are left empty [U]. */
const LEFT_OPTIONAL = 0.3;
/** Share of attempts that get no answer although nothing is wrong [U]. */
const HICCUP = 0.012;
/** People leave once; then there is nothing more to see. */
class Left extends Error {}

class Visitor {
  readonly pen: Pen;
  readonly #plan: Plan;
  readonly #trouble: Trouble;
  readonly #spot: Spot | undefined;
  readonly #done = new Set<Question>();
  #wrong = new Set<Question>();
  #marked = new Set<Question>();
  stuckFrom: number | undefined;
  stuckUntil: number | undefined;

  constructor(plan: Plan, chance: Chance) {
    this.pen = new Pen(makePerson(chance, plan.persona, plan.world.noise), plan.world, chance);
    this.#plan = plan;
    this.#trouble = troubleOf(plan.reason, chance);
    this.#spot = plan.fate === 'fine' ? undefined : chooseSpot(chance, plan.form, this.#trouble);
  }

  fill(): void {
    const { steps } = this.#plan.form;
    steps.forEach((questions, index) => {
      this.pen.say({
        type: 'step',
        step: `${this.#plan.form.name}-${index + 1}`,
        fields: questions.map(({ field, kind, words, chars, required }) => ({
          field,
          kind,
          words,
          ...(chars !== undefined && { chars }),
          ...(required !== undefined && { required }),
        })),
      });
      this.#fillStep(questions, index);
      this.#goOn(questions, index === steps.length - 1);
    });
  }

  #fillStep(questions: readonly Question[], index: number): void {
    const { chance, person } = this.pen;
    const words = questions.reduce((sum, question) => sum + question.words, 0);
    this.pen.think(chance.logNormal((1.5 + words * 0.06) * person.pace, 0.7), FINE, questions[0]);
    if (chance.happens(person.autofill / (index + 1))) this.#autofill(questions);
    const postponed = questions.filter(
      (question) => !this.#done.has(question) && this.#isPostponed(question, questions),
    );
    for (const question of postponed) this.#answer(question);
    if (chance.happens(person.reviews)) this.#review(questions);
    // Trouble may wait at the button.
    if (this.#spot?.atEnd && this.#spot.step === index) this.#meetTrouble(this.#spot.question, questions);
  }

  /** Comes to a question, and answers it or leaves it for later. */
  #isPostponed(question: Question, questions: readonly Question[]): boolean {
    const { chance, person } = this.pen;
    if (question === this.#spot?.question && !this.#spot.atEnd) this.#meetTrouble(question, questions);
    const isPassed = chance.happens(question.required ? person.postpones : LEFT_OPTIONAL);
    if (isPassed) this.#pass(question);
    else this.#answer(question);
    if (chance.happens(person.looksBack)) this.#lookBack(questions);
    return isPassed && question.required === true;
  }

  /** Reads a question and leaves it. */
  #pass(question: Question): void {
    moveTo(question, this.pen);
    this.pen.think(this.pen.chance.logNormal(3 * this.pen.person.pace, 0.7), FINE, question);
  }

  #autofill(questions: readonly Question[]): void {
    const typed = questions
      .filter(({ kind }) => /text|email|tel/.test(kind))
      .slice(0, this.pen.chance.whole(2, 5));
    for (const question of typed) {
      const inserted = lengthOf(question, this.pen);
      this.pen.say({ type: 'input', field: question.field, inserted, deleted: 0, how: 'autofill' });
      this.#done.add(question);
    }
  }

  #answer(question: Question): void {
    const { chance, person, world } = this.pen;
    answer(question, this.pen);
    this.#done.add(question);
    const typed = !/radio|select|checkbox/.test(question.kind);
    const share = person.slips * (question.demand === 'notation' ? 1.7 : 1) * (typed ? 1 : 0.3);
    if (!chance.happens(share)) return;
    this.#wrong.add(question);
    if (chance.happens(world.marksAtOnce)) {
      this.pen.blur();
      this.#mark(question);
      // Others see it when they want to go on.
      if (chance.happens(0.75)) this.#repair(question);
    }
  }

  #mark(question: Question): void {
    this.pen.pass(0.05);
    this.pen.say({ type: 'invalid', field: question.field });
    this.#marked.add(question);
  }

  #repair(question: Question): void {
    const { chance, world } = this.pen;
    for (let time = 0; this.#wrong.has(question) && time < 4; time += 1) {
      repair(question, this.pen);
      if (!chance.happens(world.wrongAgain)) this.#wrong.delete(question);
      if (!this.#wrong.has(question) || chance.happens(world.unmarksEarly)) {
        this.pen.say({ type: 'valid', field: question.field });
        this.#marked.delete(question);
      }
      this.pen.pass(0.4);
      this.pen.blur();
      if (this.#wrong.has(question) && chance.happens(world.marksAtOnce)) this.#mark(question);
    }
  }

  #lookBack(questions: readonly Question[]): void {
    const done = questions.filter((question) => this.#done.has(question));
    if (done.length === 0) return;
    const { chance, person } = this.pen;
    const question = chance.pick(done);
    this.pen.focus(question);
    this.pen.think(chance.logNormal(2.2 * person.pace, 0.7), FINE, question);
    if (!chance.happens(0.35)) return;
    if (/radio|select|checkbox|file|^date$/.test(question.kind))
      this.pen.say({ type: 'choose', field: question.field });
    else {
      this.pen.erase(question, 3);
      this.pen.type(question, 3, 1.2);
    }
  }

  #review(questions: readonly Question[]): void {
    const { chance, person } = this.pen;
    this.pen.blur();
    this.pen.scroll(-1);
    for (let time = 0; time < chance.whole(1, 4); time += 1) {
      this.pen.think(chance.logNormal(4 * person.pace, 0.7), FINE, chance.pick(questions));
      if (chance.happens(0.5)) this.#lookBack(questions);
    }
    this.pen.blur();
    this.pen.scroll(1);
    if (person.does['hover-submit'] > 0 && chance.happens(0.5)) this.pen.act('hover-submit', undefined);
  }

  #meetTrouble(question: Question, questions: readonly Question[]): void {
    const { pen } = this;
    const { chance, world } = pen;
    const { fate } = this.#plan;
    if (fate === 'silent') {
      if (chance.happens(0.5)) pen.think(chance.logNormal(4, 0.8), FINE, question);
      throw new Left();
    }
    const atEnd = this.#spot?.atEnd === true;
    if (!atEnd) moveTo(question, pen);
    this.stuckFrom = Math.round(pen.now * 1_000);
    const { median, spread } = fate === 'gives-up' ? GIVES_UP : RECOVERS;
    const seconds = Math.max(SHORTEST, chance.logNormal(median * world.patience, spread));
    const place = {
      question,
      earlier: questions.filter((one) => one !== question && this.#done.has(one)),
      later: atEnd ? [] : questions.slice(questions.indexOf(question) + 1, questions.indexOf(question) + 4),
    };
    struggle(this.#trouble, place, seconds, pen);
    this.stuckUntil = Math.round(pen.now * 1_000);
    if (fate === 'gives-up') throw new Left();
  }

  /** Presses the button until the page lets them go on. */
  #goOn(questions: readonly Question[], isLast: boolean): void {
    const { pen } = this;
    const { chance, person } = pen;
    for (let time = 0; time < 6; time += 1) {
      pen.blur();
      pen.think(chance.logNormal(1.4 * person.pace, 0.7), FINE, undefined);
      if (!person.keyboard) pen.press('control', true);
      pen.say({ type: 'submit' });
      pen.pass(chance.logNormal(0.4, 0.6));
      const wrong = questions.filter((question) => this.#wrong.has(question));
      for (const question of wrong) this.#mark(question);
      if (!this.#isRefused(wrong)) break;
      for (const question of wrong) this.#repair(question);
    }
    if (isLast) pen.say({ type: 'submitted' });
  }

  #isRefused(wrong: readonly Question[]): boolean {
    const { chance, world } = this.pen;
    // Now and then the network fails, and a second press does it.
    const hiccup = wrong.length === 0 && chance.happens(HICCUP);
    if (hiccup) this.pen.pass(3);
    if (hiccup || (wrong.length > 0 && chance.happens(world.tellsRefusal)))
      this.pen.say({ type: 'submit-failed' });
    return hiccup || wrong.length > 0;
  }
}

function leave(pen: Pen): void {
  const { chance, person } = pen;
  if (person.does['leave-top'] > 0 && chance.happens(0.08)) pen.say({ type: 'leave-top' });
  pen.pass(chance.between(0.2, 1.5));
  pen.say({ type: 'hidden' });
}

export function makeVisit(plan: Plan, chance: Chance): Visit {
  const visitor = new Visitor(plan, chance);
  const { pen } = visitor;
  pen.pass(chance.between(0.1, 0.8));
  let left = false;
  try {
    visitor.fill();
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    left = true;
    leave(pen);
  }
  const { id, persona, form, reason } = plan;
  const { stuckFrom, stuckUntil } = visitor;
  return {
    id,
    persona,
    touch: pen.person.touch,
    inBursts: plan.world.burstSeconds > 0,
    form,
    // The browser may have answered the question that would have been the trouble.
    fate: left || stuckFrom !== undefined ? plan.fate : 'fine',
    reason: stuckFrom === undefined ? undefined : reason,
    observations: pen.observations,
    stuckFrom,
    stuckUntil,
    endAt: Math.round(pen.now * 1_000) + 500,
  };
}
