// Shows problems on the page: a summary with links at the top, and a message at each field.

/** @import { Problem } from '../form-kit/field.ts' */

const INVALID = 'utrecht-form-field--invalid';

/** @param {Problem} problem */
export function markProblem({ wrapper, target, message }) {
  const field = document.getElementById(`veld-${wrapper}`);
  const control = document.getElementById(target);
  if (!field || !control) return;
  field.classList.add(INVALID);
  const error = document.createElement('div');
  error.className = 'utrecht-form-field-error-message utrecht-form-field__error-message';
  error.id = `${wrapper}-fout`;
  error.textContent = message;
  // A radio group is wrong as a whole; in a date only the part that must change is.
  const marked = control.closest('[role=radiogroup]') ?? control;
  marked.setAttribute('aria-invalid', 'true');
  const described = marked.getAttribute('aria-describedby');
  marked.setAttribute('aria-describedby', described ? `${described} ${error.id}` : error.id);
  const anchor = field.querySelector('.date-parts, .choices, .choice, .utrecht-form-field__input');
  anchor?.before(error);
}

/** @param {Element} field one wrapper, with or without an error */
export function clearProblem(field) {
  if (!field.classList.contains(INVALID)) return;
  field.classList.remove(INVALID);
  const error = field.querySelector('.utrecht-form-field-error-message');
  for (const marked of field.querySelectorAll('[aria-invalid]')) {
    marked.removeAttribute('aria-invalid');
    const left = (marked.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== error?.id);
    if (left.join('') === '') marked.removeAttribute('aria-describedby');
    else marked.setAttribute('aria-describedby', left.join(' '));
  }
  error?.remove();
}

/** @param {Element} form */
export function clearProblems(form) {
  for (const field of form.querySelectorAll(`.${INVALID}`)) clearProblem(field);
}

/** Fills the summary and moves the focus to it. @param {Element} place @param {readonly Problem[]} problems */
export function showSummary(place, problems) {
  const list = document.createElement('ul');
  list.className = 'utrecht-unordered-list';
  for (const { target, message } of problems) {
    const link = document.createElement('a');
    link.className = 'utrecht-link utrecht-link--html-a';
    link.href = `#${target}`;
    link.textContent = message;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      document.getElementById(target)?.focus();
    });
    const item = document.createElement('li');
    item.className = 'utrecht-unordered-list__item';
    item.append(link);
    list.append(item);
  }
  showAlert(place, 'Er is nog iets niet goed ingevuld', list);
}

/** @param {Element} place @param {string} title @param {Element} content */
export function showAlert(place, title, content) {
  const heading = document.createElement('h2');
  heading.className = 'nl-heading nl-heading--level-4';
  heading.textContent = title;
  const message = document.createElement('div');
  message.className = 'utrecht-alert__message';
  message.append(heading, content);
  const inner = document.createElement('div');
  inner.className = 'utrecht-alert__content';
  inner.append(message);
  const alert = document.createElement('div');
  alert.className = 'utrecht-alert utrecht-alert--error';
  alert.setAttribute('role', 'alert');
  alert.tabIndex = -1;
  alert.append(inner);
  place.replaceChildren(alert);
  alert.focus();
}
