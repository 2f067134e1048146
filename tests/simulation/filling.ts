// How people answer one question when nothing holds them up: times and slips as measured (detection.md, section 2).
import type { Question } from './forms.ts';
import { FINE, type Pen } from './pen.ts';

/** Spread of ln(time) around pace, beyond what differs between people; choices vary more than typing (measured: 1.2 in all). */
const EXTRA_SPREAD: Partial<Record<Question['kind'], number>> = { select: 0.5, radio: 0.6, checkbox: 0.6 };
/** Dates differ less: one knows them, and picks or types always the same. */
const STEADIER: Partial<Record<Question['kind'], number>> = { date: 0.52, 'date-parts': 0.8 };
/** How much of what calls people away meets each kind: a choice is made before it can (measured p99: 20 to 52 s, against 123 s). */
const MEETS: Partial<Record<Question['kind'], number>> = {
  select: 0.17,
  radio: 0.05,
  checkbox: 0.05,
  date: 0.03,
  'date-parts': 0.1,
};
/** Seconds until the first key: median and spread (measured: 1.4, 4.5, 18.8). */
const LATENCY = { median: 0.95, spread: 1.17 };
/** Some fields take much longer, for reasons outside the page: that makes the measured p99 of 123 s. */
const INTERRUPTED = { median: 88, spread: 0.8 };
/** Share of typed answers that are pasted [U]. */
const PASTED = 0.04;
/** Share of text fields with corrections, and how many (measured: 0, 3, 19). */
const CORRECTED = 0.17;
const CORRECTIONS = { median: 2, spread: 1.15 };

const isTyped = ({ kind }: Question) => !/radio|select|checkbox|file|^date$/.test(kind);
const isChoice = ({ kind }: Question) => /radio|select/.test(kind);

export function lengthOf({ kind, chars }: Question, pen: Pen): number {
  if (kind === 'date-parts') return 8;
  if (kind === 'textarea') return pen.chance.whole(20, 140);
  return chars ?? pen.chance.whole(4, 16);
}

function secondsFor(question: Question, pen: Pen): number {
  const { chance, person } = pen;
  const extra = EXTRA_SPREAD[question.kind] ?? 0;
  return Math.max(
    0.5,
    chance.logNormal(
      question.seconds * person.pace,
      Math.hypot(person.unsteady * (STEADIER[question.kind] ?? 1), extra),
    ),
  );
}

/** When something outside the page comes between: mostly amid the answer, for who is not there yet has not begun. */
const WHEN = { before: 0.3, begun: 0.19, amid: 0.51 };
type When = keyof typeof WHEN;

/** A paper that the question asks for: another tab, or a drawer (in view, nothing happens). */
function fetchPaper(question: Question, pen: Pen): void {
  const { chance } = pen;
  pen.think(chance.logNormal(3, 0.6), FINE, question);
  if (chance.happens(0.65)) pen.away(chance.logNormal(35, 0.8));
  else pen.pass(chance.logNormal(40, 0.8));
}

/** The telephone, the door, another tab. */
function beCalledAway(question: Question, pen: Pen): void {
  const { chance } = pen;
  const seconds = chance.logNormal(INTERRUPTED.median, INTERRUPTED.spread);
  if (chance.happens(0.3)) pen.away(seconds);
  else if (chance.happens(0.5)) pen.pass(seconds);
  else pen.think(seconds, FINE, question);
}

function interrupt(question: Question, pen: Pen): void {
  const { chance, person } = pen;
  const needsPaper = question.demand === 'document' && !question.kind.startsWith('date');
  if (needsPaper && chance.happens(person.fetches)) fetchPaper(question, pen);
  if (needsPaper && chance.happens(person.fetches / 4)) fetchPaper(question, pen);
  if (chance.happens(person.calledAway * (MEETS[question.kind] ?? 1))) beCalledAway(question, pen);
}

function rewrite(question: Question, characters: number, seconds: number, pen: Pen): void {
  pen.erase(question, characters);
  pen.think(pen.chance.logNormal(2, 0.6), FINE, question);
  pen.type(question, characters, seconds);
}

function answerTyped(question: Question, pen: Pen, when: When): void {
  const { chance, person } = pen;
  const seconds = secondsFor(question, pen);
  const latency = Math.min(
    seconds * 0.85,
    chance.logNormal(LATENCY.median * person.pace ** 0.7, LATENCY.spread),
  );
  pen.think(latency, FINE, question);
  const characters = lengthOf(question, pen);
  if (chance.happens(PASTED)) {
    if (when === 'amid') interrupt(question, pen);
    pen.say({ type: 'input', field: question.field, inserted: characters, deleted: 0, how: 'paste' });
    return;
  }
  const typing = Math.max(characters * 0.07, seconds - latency);
  const corrections = chance.happens(CORRECTED)
    ? Math.min(24, Math.ceil(chance.logNormal(CORRECTIONS.median, CORRECTIONS.spread)))
    : 0;
  // Long answers come in stretches.
  const rest = typing > 12 ? typing * 0.4 : 0;
  pen.type(question, Math.ceil(characters / 2), (typing - rest) / 2, corrections);
  if (rest > 0) pen.think(rest, FINE, question);
  if (when === 'amid') interrupt(question, pen);
  pen.type(question, Math.floor(characters / 2), (typing - rest) / 2);
  if (chance.happens(person.rewrites)) rewrite(question, characters, typing * 0.8, pen);
}

function answerChosen(question: Question, pen: Pen, when: When): void {
  const { chance, person } = pen;
  if (when === 'amid') interrupt(question, pen);
  pen.think(secondsFor(question, pen), FINE, question);
  pen.say({ type: 'choose', field: question.field });
  while (isChoice(question) && chance.happens(person.rechooses)) {
    pen.think(chance.logNormal(3 * person.pace, 0.7), FINE, question);
    pen.say({ type: 'choose', field: question.field });
  }
}

/** On the way to a question: reading, scrolling. */
export function moveTo(question: Question, pen: Pen): void {
  const { chance, person } = pen;
  pen.blur();
  pen.think(chance.logNormal(0.7 * person.pace, 0.7), FINE, question);
  if (chance.happens(0.18)) pen.scroll(1);
  if (person.touch && chance.happens(0.5)) pen.say({ type: 'resize' });
  if (!person.keyboard && chance.happens(0.8)) pen.press('field', true);
  pen.focus(question);
}

/** Goes to a question and answers it; whoever is there already only answers. */
export function answer(question: Question, pen: Pen): void {
  const when = pen.chance.draw(WHEN);
  if (when === 'before') interrupt(question, pen);
  moveTo(question, pen);
  if (when === 'begun') interrupt(question, pen);
  if (isTyped(question)) answerTyped(question, pen, when);
  else answerChosen(question, pen, when);
  pen.pass(pen.chance.between(0.1, 0.5));
}

/** Repairs an answer that the page found wrong. */
export function repair(question: Question, pen: Pen): void {
  const { chance, person } = pen;
  // To read the message, and to begin: together as long as the measured latency, and a look more.
  pen.think(chance.logNormal(1.2 * person.pace, 0.8), FINE, question);
  pen.focus(question);
  pen.think(chance.logNormal(1.2 * person.pace, 0.8), FINE, question);
  if (isTyped(question)) {
    const characters = chance.whole(1, 5);
    pen.erase(question, characters);
    pen.type(question, characters, characters * 0.3 * person.pace);
  } else pen.say({ type: 'choose', field: question.field });
}
