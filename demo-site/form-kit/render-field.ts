// One field as NL Design System markup: label, description, error message and control, tied together by ids.
import { html } from 'hono/html';
import { answerTo } from '../pages/answers.js';
import type {
  Answers,
  DateField,
  Field,
  FilesField,
  Problem,
  RadioField,
  SelectField,
  StatementField,
  TextField,
} from './field.ts';
import { type Html, renderError, renderHelp, renderHint, renderLabel } from './render-field-parts.ts';
import { renderIncome } from './render-income.ts';

/** What a field must know of the page it stands on. */
export type Filled = { answers: Answers; problems: readonly Problem[] };

export function renderField(field: Field, filled: Filled): Html {
  const problem = filled.problems.find((candidate) => candidate.wrapper === field.name);
  switch (field.kind) {
    case 'date':
      return renderDate(field, filled.answers, problem);
    case 'radio':
      return renderRadios(field, filled.answers, problem);
    case 'checkbox':
      return renderStatement(field, filled.answers, problem);
    case 'income':
      return renderIncome(field);
    default:
      return renderSingle(field, filled.answers, problem);
  }
}

// Required is said with aria-required: with the required attribute the design system paints an empty field red
// before the citizen has touched it.
type SingleField = TextField | FilesField | SelectField;

function renderSingle(field: SingleField, answers: Answers, problem: Problem | undefined): Html {
  const optional = !('missing' in field && field.missing);
  return html`<div class="utrecht-form-field${problem ? ' utrecht-form-field--invalid' : ''}" id="veld-${field.name}">
    <div class="utrecht-form-field__label">${renderLabel(field.name, field.label, optional)}</div>
    ${renderHint(field)}${renderError(field.name, problem)}
    <div class="utrecht-form-field__input">${renderControl(field, answers, problem)}</div>
    ${renderHelp(field)}
  </div>`;
}

function renderControl(field: SingleField, answers: Answers, problem: Problem | undefined): Html {
  const value = answerTo(answers, field.name);
  const state = stateAttributes(field, problem);
  if (field.kind === 'select') {
    return html`<select class="utrecht-select utrecht-select--html-select" id="${field.name}" name="${field.name}" aria-required="true"${state}>
      <option value="">Maak een keuze</option>
      ${field.options.map((option) => html`<option value="${option.value}"${option.value === value ? html` selected` : ''}>${option.label}</option>`)}
    </select>`;
  }
  if (field.kind === 'files') {
    return html`<input class="file-input" type="file" id="${field.name}" name="${field.name}" multiple accept="${field.accept.join(',')}"${state}>`;
  }
  const required = field.missing ? html` aria-required="true"` : '';
  if (field.kind === 'textarea') {
    return html`<textarea class="utrecht-textarea utrecht-textarea--html-textarea" id="${field.name}" name="${field.name}" rows="5"${required}${state}>${value}</textarea>`;
  }
  const extra = html`${field.autocomplete ? html` autocomplete="${field.autocomplete}"` : ''}${field.inputmode ? html` inputmode="${field.inputmode}"` : ''}`;
  const width = field.width ? ` textbox--${field.width}` : '';
  const box = html`<input class="utrecht-textbox utrecht-textbox--html-input${width}" type="${field.kind}" id="${field.name}" name="${field.name}" value="${value}"${extra}${required}${state}>`;
  return field.prefix
    ? html`<span class="with-prefix"><span class="prefix" aria-hidden="true">${field.prefix}</span>${box}</span>`
    : box;
}

function stateAttributes(field: Field, problem: Problem | undefined): Html {
  const describedBy = [field.hint ? `${field.name}-uitleg` : '', problem ? `${field.name}-fout` : '']
    .filter(Boolean)
    .join(' ');
  return html`${describedBy ? html` aria-describedby="${describedBy}"` : ''}${problem ? html` aria-invalid="true"` : ''}`;
}

const DATE_PARTS = [
  { part: 'dag', label: 'Dag', length: 2, autocomplete: 'bday-day' },
  { part: 'maand', label: 'Maand', length: 2, autocomplete: 'bday-month' },
  { part: 'jaar', label: 'Jaar', length: 4, autocomplete: 'bday-year' },
] as const;

function renderDate(field: DateField, answers: Answers, problem: Problem | undefined): Html {
  const inputs = DATE_PARTS.map(({ part, label, length, autocomplete }) => {
    const id = `${field.name}-${part}`;
    const invalid =
      problem?.target === id ? html` aria-invalid="true" aria-describedby="${field.name}-fout"` : '';
    const fill = field.autocomplete ? html` autocomplete="${autocomplete}"` : '';
    return html`<div class="date-part">
      <label class="utrecht-form-label" for="${id}">${label}</label>
      <input class="utrecht-textbox utrecht-textbox--html-input date-part__input date-part__input--${part}" type="text" inputmode="numeric" maxlength="${length}" id="${id}" name="${id}" value="${answerTo(answers, id)}" aria-required="true"${fill}${invalid}>
    </div>`;
  });
  // The part that must change carries the error; the group carries the hint.
  return renderGroup(
    field,
    problem,
    stateAttributes(field, undefined),
    html`<div class="date-parts">${inputs}</div>`,
  );
}

function renderRadios(field: RadioField, answers: Answers, problem: Problem | undefined): Html {
  const chosen = answerTo(answers, field.name);
  const options = field.options.map((option, index) => {
    const id = `${field.name}-${index + 1}`;
    const checked = option.value === chosen ? html` checked` : '';
    return html`<div class="utrecht-form-field utrecht-form-field--radio choice">
      <input class="utrecht-radio-button utrecht-radio-button--html-input" type="radio" id="${id}" name="${field.name}" value="${option.value}"${checked}>
      <label class="utrecht-form-label utrecht-form-label--radio" for="${id}">${option.label}</label>
    </div>`;
  });
  // A radio group carries the error itself: a single radio cannot be wrong.
  const attributes = html` role="radiogroup" aria-required="true"${stateAttributes(field, problem)}`;
  return renderGroup(field, problem, attributes, html`<div class="choices">${options}</div>`);
}

function renderGroup(
  field: DateField | RadioField,
  problem: Problem | undefined,
  attributes: Html,
  controls: Html,
): Html {
  return html`<div class="utrecht-form-field${problem ? ' utrecht-form-field--invalid' : ''}" id="veld-${field.name}">
    <fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset"${attributes}>
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend utrecht-form-label">${field.label}</legend>
      ${renderHint(field)}${renderError(field.name, problem)}${controls}
    </fieldset>
    ${renderHelp(field)}
  </div>`;
}

function renderStatement(field: StatementField, answers: Answers, problem: Problem | undefined): Html {
  const checked = answerTo(answers, field.name) ? html` checked` : '';
  return html`<div class="utrecht-form-field${problem ? ' utrecht-form-field--invalid' : ''}" id="veld-${field.name}">
    ${renderError(field.name, problem)}
    <div class="utrecht-form-field utrecht-form-field--checkbox choice">
      <input class="utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom" type="checkbox" id="${field.name}" name="${field.name}" value="ja" aria-required="true"${checked}${stateAttributes(field, problem)}>
      <label class="utrecht-form-label utrecht-form-label--checkbox" for="${field.name}">${field.label}</label>
    </div>
  </div>`;
}
