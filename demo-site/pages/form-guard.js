// Guards one form: checks on request, and after the first errors checks a field again when the citizen leaves it.

import { readAnswers } from './answers.js';
import { findProblems } from './find-problems.js';
import { clearProblem, clearProblems, markProblem, showSummary } from './mark-problems.js';

/** @import { Field } from '../form-kit/field.ts' */

/**
 * @param {HTMLFormElement} form
 * @param {Element} summary the place of the error summary
 * @param {() => readonly Field[]} currentFields the fields on screen
 */
export function createFormGuard(form, summary, currentFields) {
  let failedBefore = false;

  const problemsNow = () => findProblems(currentFields(), readAnswers(new FormData(form)), today());

  /** @param {Element} field */
  function checkAgain(field) {
    clearProblem(field);
    const name = field.id.replace(/^veld-/, '');
    const problem = problemsNow().find((candidate) => candidate.wrapper === name);
    if (problem) markProblem(problem);
  }

  const afterPress = createPressQueue();
  form.addEventListener('focusout', (event) => {
    if (!failedBefore || !(event.target instanceof Element)) return;
    const field = topField(event.target);
    const next = event.relatedTarget;
    if (!field || (next instanceof Node && field.contains(next))) return;
    afterPress(() => checkAgain(field));
  });

  return {
    /** Shows what is wrong and says whether everything is right. */
    check() {
      const problems = problemsNow();
      clearProblems(form);
      failedBefore = problems.length > 0;
      if (!failedBefore) summary.replaceChildren();
      else {
        for (const problem of problems) markProblem(problem);
        showSummary(summary, problems);
      }
      return !failedBefore;
    },
    /** Forgets the errors, for a new step. */
    reset() {
      failedBefore = false;
      clearProblems(form);
      summary.replaceChildren();
    },
  };
}

/**
 * A message that comes or goes while the mouse button is down moves the page, and the click then misses its target.
 * So work that changes the page waits until the press is over.
 */
function createPressQueue() {
  let pressed = false;
  /** @type {(() => void)[]} */
  let waiting = [];
  const release = () => {
    pressed = false;
    // The click itself is dispatched in the same task as the release.
    setTimeout(() => {
      const work = waiting;
      waiting = [];
      for (const run of work) run();
    });
  };
  document.addEventListener('pointerdown', () => {
    pressed = true;
  });
  document.addEventListener('pointerup', release);
  document.addEventListener('pointercancel', release);
  return (/** @type {() => void} */ run) => {
    if (pressed) waiting.push(run);
    else run();
  };
}

/** The nearest wrapper with a name; radios and checkboxes sit in a nameless one inside it. @param {Element} control */
function topField(control) {
  return control.closest('[id^="veld-"]');
}

/** The Dutch calendar day as yyyy-mm-dd; Swedish writes dates that way. */
function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}
