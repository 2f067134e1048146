// The small parts every field shares: label, description, error message and the folded help.
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Field, Problem } from './field.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export function renderLabel(target: string, label: string, optional: boolean): Html {
  return html`<label class="utrecht-form-label" for="${target}">${label}${optional ? html` <span class="optional">(niet verplicht)</span>` : ''}</label>`;
}

export function renderHint(field: Field): Html | '' {
  if (!field.hint) return '';
  return html`<div class="utrecht-form-field-description utrecht-form-field__description" id="${field.name}-uitleg">${field.hint}</div>`;
}

export function renderError(name: string, problem: Problem | undefined): Html | '' {
  if (!problem) return '';
  return html`<div class="utrecht-form-field-error-message utrecht-form-field__error-message" id="${name}-fout">${problem.message}</div>`;
}

export function renderHelp(field: Field): Html | '' {
  if (!field.help) return '';
  return html`<details class="help"><summary>${field.help.question}</summary><p class="nl-paragraph">${field.help.answer}</p></details>`;
}
