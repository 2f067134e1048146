// A person in trouble: thinks, tries something, thinks again, until it works or patience runs out.
import { answer, lengthOf } from './filling.ts';
import type { Question } from './forms.ts';
import type { Mood, Pen } from './pen.ts';
import type { Act } from './people.ts';
import { MOVES, type Move, type Trouble } from './trouble.ts';

/** Where the trouble is, and what is around it. */
export interface Place {
  question: Question;
  earlier: readonly Question[];
  later: readonly Question[];
}

/** Seconds between moves: median and spread [U]. */
const BETWEEN = { median: 4, spread: 0.8 };
/** Of someone who shows nothing, this share of moves is still seen. */
const LEAST_SEEN = 0.2;

const isChoice = ({ kind }: Question) => /radio|select|checkbox|file|^date$/.test(kind);

/** The page answers an attempt: marks, a message, or nothing at all. */
function refuse({ question }: Place, marks: boolean, pen: Pen): void {
  pen.say({ type: 'submit' });
  pen.pass(pen.chance.between(0.05, 0.6));
  if (marks) pen.say({ type: 'invalid', field: question.field });
  else pen.pass(2.5);
  if (!marks || pen.chance.happens(pen.world.tellsRefusal)) pen.say({ type: 'submit-failed' });
}

function retype({ question }: Place, pen: Pen): void {
  const { chance, person, world } = pen;
  pen.focus(question);
  if (isChoice(question)) pen.say({ type: 'choose', field: question.field });
  else {
    const characters = chance.whole(2, lengthOf(question, pen));
    pen.erase(question, characters);
    if (chance.happens(world.unmarksEarly)) pen.say({ type: 'valid', field: question.field });
    pen.type(question, characters, characters * 0.35 * person.pace);
  }
  pen.pass(chance.between(0.3, 1));
  if (!chance.happens(world.marksAtOnce)) return;
  pen.blur();
  pen.say({ type: 'invalid', field: question.field });
}

function halfType({ question }: Place, pen: Pen): void {
  pen.focus(question);
  if (isChoice(question)) {
    pen.say({ type: 'choose', field: question.field });
    return;
  }
  const characters = pen.chance.whole(1, 6);
  pen.type(question, characters, characters * 0.4 * pen.person.pace);
  pen.think(pen.chance.logNormal(2.5, 0.6), {}, question);
  pen.erase(question, characters);
}

function visit(among: readonly Question[], { question }: Place, fills: boolean, pen: Pen): void {
  if (among.length === 0) return;
  const other = pen.chance.pick(among);
  pen.focus(other);
  pen.think(pen.chance.logNormal(3 * pen.person.pace, 0.6), {}, other);
  if (fills && pen.chance.happens(0.5)) answer(other, pen);
  pen.blur();
  pen.pass(0.5);
  pen.focus(question);
}

function reread({ question }: Place, pen: Pen): void {
  const acts: Act[] = pen.person.keyboard ? [] : ['hover-label', 'hover-help', 'hover-label', 'select-label'];
  const able = acts.filter((act) => pen.person.does[act] > 0);
  if (able.length > 0) pen.act(pen.chance.pick(able), question);
  else pen.think(3, {}, question);
}

interface Moment {
  place: Place;
  /** The page marks the question when they try to go on. */
  marks: boolean;
  mood: Mood;
  pen: Pen;
}

/** Who has no pointer tries the keys: nothing happens either. */
function pressInVain({ place, pen }: Moment, press: () => void): void {
  if (pen.person.keyboard) refuse(place, false, pen);
  else press();
}

/** What each move looks like from outside. */
const MAKE: Record<Move, (moment: Moment) => void> = {
  ponder: ({ place, mood, pen }) =>
    pen.think(pen.chance.logNormal(9 * pen.person.pace, 0.6), mood, place.question),
  retype: ({ place, pen }) => retype(place, pen),
  'half-type': ({ place, pen }) => halfType(place, pen),
  attempt: ({ place, marks, pen }) => refuse(place, marks, pen),
  'visit-earlier': ({ place, pen }) => visit(place.earlier, place, false, pen),
  'visit-next': ({ place, pen }) => visit(place.later, place, true, pen),
  'leave-empty': ({ place, mood, pen }) => {
    pen.blur();
    pen.think(pen.chance.logNormal(4, 0.6), mood, place.question);
    pen.focus(place.question);
  },
  waver: ({ place, pen }) => halfType(place, pen),
  'look-up': ({ place, pen }) => {
    const { chance, person } = pen;
    if (!person.keyboard && chance.happens(0.5))
      pen.act(chance.happens(0.5) ? 'copy-label' : 'select-label', place.question);
    pen.away(chance.logNormal(16, 0.8));
  },
  'search-paper': ({ pen }) => {
    if (pen.chance.happens(0.6)) pen.away(pen.chance.logNormal(22, 0.8));
    else pen.pass(pen.chance.logNormal(22, 0.7));
  },
  reread: ({ place, pen }) => reread(place, pen),
  'ask-help': ({ place, pen }) => pen.act('help', place.question),
  'press-dead': (moment) => pressInVain(moment, () => moment.pen.act('press-dead', moment.place.question)),
  rage: (moment) =>
    pressInVain(moment, () => moment.pen.rage(moment.pen.chance.happens(0.7) ? 'control' : 'nothing')),
  'scroll-about': ({ place, pen }) => pen.act('scroll-back', place.question),
  hesitate: ({ place, pen }) => {
    if (pen.person.does['hover-submit'] > 0) pen.act('hover-submit', place.question);
    else pen.scroll(1);
  },
};

export function struggle(trouble: Trouble, place: Place, seconds: number, pen: Pen): void {
  const { chance, person, world } = pen;
  const mood: Partial<Record<Act, number>> = {};
  for (const [act, times] of Object.entries(trouble.mood))
    Object.assign(mood, { [act]: 1 + (times ** world.contrast - 1) * person.expressive });
  const weights = {} as Record<Move, number>;
  for (const move of MOVES) weights[move] = (trouble.moves[move] ?? 0.6) * chance.logNormal(1, world.tilt);
  const until = pen.now + seconds;
  const shown = (LEAST_SEEN + (1 - LEAST_SEEN) * person.expressive) * Math.min(1.1, world.contrast);
  if (trouble.beginsWrong) retype(place, pen);
  while (pen.now < until) {
    const pause = chance.logNormal((BETWEEN.median * person.pace ** 0.6) / world.activity, BETWEEN.spread);
    pen.think(Math.min(pause, until - pen.now), mood, place.question);
    if (pen.now < until && chance.happens(shown))
      MAKE[chance.draw(weights)]({ place, marks: !trouble.unanswered, mood, pen });
  }
}
