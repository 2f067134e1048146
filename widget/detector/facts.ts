// Observations to facts: what is in view, in focus, changed, completed, wrong, sent. The signals read these facts.
import type { InputManner, Observation, ObservedField } from '#protocol';
import { relieve } from './decay.ts';
import { judgeMarks, mark, refuse } from './errors.ts';
import { createField } from './expected.ts';
import { learnPace } from './pace.ts';
import {
  CHANGED,
  createStep,
  DONE,
  type Field,
  type Happening,
  isSending,
  NEW,
  type Page,
  SEEN,
  since,
} from './page.ts';

/** Fields that change this fast one after the other were filled by the browser (detection.md, section 4). */
const FILL_BURST = 0.1;
/** In focus for less than this is no visit (section 4). */
const SHORTEST_VISIT = 0.4;
/** A focus that moves on this fast passes by with Tab (section 3). */
const PASSING = 1;
/** The page has 3 s to answer an attempt (contract, section 5), and a second to tell. */
const ATTEMPT_LASTS = 4;
/** Evidence that is left after a completed field (section 3), and after a step: as after two. */
const AFTER_FIELD = 0.6;
const AFTER_STEP = 0.36;

/** A field that no step announced has a short label [U]. */
export function fieldOf(page: Page, id: string): Field {
  const field = page.fields.get(id) ?? createField({ field: id, kind: 'text', words: 5 });
  page.fields.set(id, field);
  return field;
}

function enter(page: Page, field: Field): void {
  const settled = field.progress === SEEN || field.progress === DONE;
  page.returning = settled && page.field !== field && !field.wrong && since(page, 'focus') >= PASSING;
  page.field = field;
}

function leave(page: Page, field: Field): void {
  field.erased = 0;
  if (field.progress === NEW && since(page, 'focus') >= SHORTEST_VISIT) field.progress = SEEN;
  if (field.progress !== CHANGED || (field.wrong && !field.open)) return;
  field.progress = DONE;
  if (field.errors) return;
  page.done += 1;
  relieve(page, AFTER_FIELD);
  if (field.dwell >= SHORTEST_VISIT) learnPace(page, field);
}

function change(page: Page, field: Field, how?: InputManner): void {
  const burst = page.changed && page.changed !== field && since(page, 'input') < FILL_BURST;
  field.progress = burst || how === 'autofill' || field.progress === DONE ? DONE : CHANGED;
  if (burst && page.changed) page.changed.progress = DONE;
  page.changed = field;
  field.open = true;
  field.absences = 0;
}

function followField(page: Page, o: Extract<Observation, { field: string }>): void {
  const field = fieldOf(page, o.field);
  switch (o.type) {
    case 'focus':
      enter(page, field);
      break;
    case 'blur':
      leave(page, field);
      break;
    case 'input':
      field.typed += o.inserted;
      change(page, field, o.how);
      break;
    case 'choose':
      change(page, field);
      break;
    case 'invalid':
      if (isSending(page) && since(page, 'submit') < ATTEMPT_LASTS) refuse(page);
      mark(field);
      break;
    case 'valid':
      field.wrong = false;
  }
}

function enterStep(page: Page, step: string, announced: readonly ObservedField[]): void {
  if (step !== page.step) {
    relieve(page, AFTER_STEP);
    Object.assign(page, createStep(step));
  }
  for (const one of announced) {
    if (!page.fields.has(one.field)) page.fields.set(one.field, createField(one));
  }
}

export function follow(page: Page, o: Happening): void {
  page.wrong = [];
  page.again = undefined;
  // Marks made until the next act or tick belong together.
  page.judging = o.type === 'tick' || o.type === 'input' || o.type === 'choose' || o.type === 'submit';
  if (page.judging) judgeMarks(page);
  switch (o.type) {
    case 'step':
      enterStep(page, o.step, o.fields);
      break;
    case 'submit-failed':
      // Unless the marks in the page told it already.
      if (isSending(page) || since(page, 'submit') > ATTEMPT_LASTS) refuse(page);
      break;
    case 'focus':
    case 'blur':
    case 'input':
    case 'choose':
    case 'invalid':
    case 'valid':
      followField(page, o);
  }
}
