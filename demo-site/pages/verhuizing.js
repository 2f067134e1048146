// "Verhuizing doorgeven": checks before sending; the sending itself is the form's own.

import { createFormGuard } from './form-guard.js';
import { movingFields } from './verhuizing-fields.js';

const form = document.querySelector('main form');
const summary = document.getElementById('foutmeldingen');
if (form instanceof HTMLFormElement && summary) {
  const guard = createFormGuard(form, summary, () => movingFields);
  form.addEventListener('submit', (event) => {
    if (!guard.check()) event.preventDefault();
  });
}
