// What surrounds the fields: the error summary, the progress line, a titled group and the list of answers.
import { html } from 'hono/html';
import { describeAnswer } from '../pages/answers.js';
import type { Answers, Field, Problem } from './field.ts';
import { type Filled, renderField } from './render-field.ts';
import type { Html } from './render-field-parts.ts';

/** Always present, so that the browser script has a place to fill; with problems it takes the focus on load. */
export function renderSummary(problems: readonly Problem[]): Html {
  if (problems.length === 0) return html`<div id="foutmeldingen"></div>`;
  return html`<div id="foutmeldingen">
    <div class="utrecht-alert utrecht-alert--error" role="alert" tabindex="-1" autofocus>
      <div class="utrecht-alert__content"><div class="utrecht-alert__message">
        <h2 class="nl-heading nl-heading--level-4">Er is nog iets niet goed ingevuld</h2>
        <ul class="utrecht-unordered-list">
          ${problems.map((problem) => html`<li class="utrecht-unordered-list__item"><a class="utrecht-link utrecht-link--html-a" href="#${problem.target}">${problem.message}</a></li>`)}
        </ul>
      </div></div>
    </div>
  </div>`;
}

export function renderProgress(step: number, steps: number): Html {
  const marks = Array.from(
    { length: steps },
    (_, index) => html`<span class="progress__mark${index < step ? ' progress__mark--done' : ''}"></span>`,
  );
  return html`<div class="progress"><p class="progress__text">Stap ${step} van ${steps}</p><div class="progress__marks" aria-hidden="true">${marks}</div></div>`;
}

export function renderFieldGroup(title: string, fields: readonly Field[], filled: Filled): Html {
  return html`<section class="field-group">
    <h2 class="nl-heading nl-heading--level-2">${title}</h2>
    ${fields.map((field) => renderField(field, filled))}
  </section>`;
}

export function renderAnswers(fields: readonly Field[], answers: Answers): Html {
  return html`<dl class="answers">${fields.map((field) => html`<div class="answers__row"><dt>${field.label}</dt><dd>${describeAnswer(field, answers)}</dd></div>`)}</dl>`;
}

export const REQUIRED_NOTE =
  'Vul alle vragen in. Alleen bij vragen met “niet verplicht” mag u het vak leeg laten.';
