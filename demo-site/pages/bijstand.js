// "Bijzondere bijstand aanvragen": five steps in one page, each with its own address, sent without leaving the page.

import { describeAnswer, readAnswers } from './answers.js';
import { aidSteps } from './bijstand-steps.js';
import { createFormGuard } from './form-guard.js';
import { startIncomeRows } from './income-rows.js';
import { clearProblems, markProblem, showAlert, showSummary } from './mark-problems.js';

const HOME = '/demo/bijstand/';
const NAME = 'Bijzondere bijstand aanvragen';

const form = document.querySelector('main form');
const summary = document.getElementById('foutmeldingen');
if (form instanceof HTMLFormElement && summary) start(form, summary);

/** @param {HTMLFormElement} form @param {HTMLElement} summary */
function start(form, summary) {
  let current = 0;
  let reached = 0;
  let sent = false;
  const guard = createFormGuard(form, summary, () => aidSteps[current]?.fields ?? []);
  const back = form.querySelector('button[name=vorige]');

  /** @param {number} step @param {'push' | 'replace' | 'none'} history */
  function show(step, history) {
    current = step;
    reached = Math.max(reached, step);
    guard.reset();
    showStep(form, step);
    if (step === aidSteps.length - 1) showAnswers(form, (chosen) => show(chosen, 'push'));
    const address = step === 0 ? HOME : `${HOME}${aidSteps[step]?.id}`;
    if (history === 'push') window.history.pushState({ step }, '', address);
    if (history === 'replace') window.history.replaceState({ step }, '', address);
    if (history !== 'replace') moveTo(form.querySelector('.step:not([hidden]) h2'));
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!guard.check()) return;
    if (current < aidSteps.length - 1) show(current + 1, 'push');
    else
      void send(form, summary, (step) => show(step, 'push')).then((done) => {
        sent ||= done;
      });
  });
  back?.addEventListener('click', () => show(Math.max(0, current - 1), 'push'));
  window.addEventListener('popstate', (event) => {
    if (sent) return;
    const step = Number(event.state?.step ?? 0);
    show(Math.min(Number.isInteger(step) ? step : 0, reached), 'none');
  });

  startIncomeRows('inkomen');
  // A reload has lost the answers, so it starts at the first step again.
  show(0, 'replace');
}

/** @param {HTMLFormElement} form @param {number} step */
function showStep(form, step) {
  form.querySelectorAll('.step').forEach((section, index) => {
    section.toggleAttribute('hidden', index !== step);
  });
  const last = step === aidSteps.length - 1;
  form.querySelector('button[name=vorige]')?.toggleAttribute('hidden', step === 0);
  const next = form.querySelector('button[type=submit]');
  if (next) next.textContent = last ? 'Aanvraag versturen' : 'Volgende';
  const text = document.querySelector('.progress__text');
  if (text) text.textContent = `Stap ${step + 1} van ${aidSteps.length}`;
  document.querySelectorAll('.progress__mark').forEach((mark, index) => {
    mark.classList.toggle('progress__mark--done', index <= step);
  });
  document.title = `${aidSteps[step]?.title} - ${NAME} - Gemeente Voorbeeldstad`;
}

/** @param {HTMLFormElement} form @param {(step: number) => void} change */
function showAnswers(form, change) {
  const answers = readAnswers(new FormData(form));
  const place = document.getElementById('uw-antwoorden');
  const parts = aidSteps.slice(0, -1).map((step, index) => {
    const heading = document.createElement('h3');
    heading.className = 'nl-heading nl-heading--level-4';
    heading.textContent = step.title;
    const list = document.createElement('dl');
    list.className = 'answers';
    for (const field of step.fields) {
      const row = document.createElement('div');
      row.className = 'answers__row';
      const term = document.createElement('dt');
      term.textContent = field.label;
      const answer = document.createElement('dd');
      answer.textContent = describeAnswer(field, answers);
      row.append(term, answer);
      list.append(row);
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'nl-button nl-button--secondary';
    button.textContent = `${step.title} wijzigen`;
    button.addEventListener('click', () => change(index));
    const part = document.createElement('section');
    part.className = 'answers-part';
    part.append(heading, list, button);
    return part;
  });
  place?.replaceChildren(...parts);
}

/** @param {HTMLFormElement} form @param {HTMLElement} summary @param {(step: number) => void} goTo */
async function send(form, summary, goTo) {
  const button = form.querySelector('button[type=submit]');
  button?.setAttribute('aria-disabled', 'true');
  if (button) button.textContent = 'Bezig met versturen';
  try {
    const response = await fetch(HOME, { method: 'POST', body: new FormData(form) });
    const result = await response.json();
    if (response.ok) {
      showReceipt(result.kenmerk);
      return true;
    }
    if (response.status !== 422) throw new Error(`The server answered ${response.status}`);
    goTo(result.step);
    clearProblems(form);
    for (const problem of result.problems) markProblem(problem);
    showSummary(summary, result.problems);
  } catch {
    showSendingFailed(summary);
  } finally {
    button?.removeAttribute('aria-disabled');
    if (button?.textContent === 'Bezig met versturen') button.textContent = 'Aanvraag versturen';
  }
  return false;
}

/** @param {HTMLElement} summary */
function showSendingFailed(summary) {
  const text = document.createElement('p');
  text.className = 'nl-paragraph';
  text.textContent = 'Uw antwoorden staan er nog. Probeer het over een paar minuten opnieuw of bel 14 0999.';
  showAlert(summary, 'Het versturen is niet gelukt', text);
}

/** @param {string} reference */
function showReceipt(reference) {
  const receipt = document.getElementById('ontvangen');
  const application = document.getElementById('aanvraag');
  if (!(receipt instanceof HTMLTemplateElement) || !application) return;
  application.replaceChildren(document.importNode(receipt.content, true));
  const number = document.getElementById('kenmerk');
  if (number) number.textContent = reference;
  document.title = 'Uw aanvraag is ontvangen - Gemeente Voorbeeldstad';
  moveTo(application.querySelector('h1'));
}

/** @param {Element | null} heading */
function moveTo(heading) {
  if (!(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
