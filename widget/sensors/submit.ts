// An attempt to hand in or to go on, and the browser's own refusal of it. How it ended is for the interpreter.
import type { Door } from './door.ts';
import type { See } from './happening.ts';
import type { Page } from './page.ts';
import { closest, findAll, isShown, originOf, type Root } from './tree.ts';

/** A click, the submit event and the check of the fields by the browser follow each other at once: one attempt. */
const ONE_ATTEMPT = 200;
/** What a button that goes on is called in kits without a form element. */
const GO_ON = /volgende|verder|verst|verz|indien|bevestig|next|continue|submit|send/i;
const BUTTON = 'button,[type=submit],[type=image],[role=button]';

const isSubmit = (button: Element) =>
  button.matches('form :is([type=submit],[type=image],button:not([type]))') || GO_ON.test(button.textContent);

export const findSubmits = (roots: readonly Root[]) =>
  findAll(roots, BUTTON).filter((button) => isShown(button) && isSubmit(button));

/** Gives what to call for every root that comes into view. */
export function watchSubmit({ listen }: Door, page: () => Page, see: See): (root: Root) => void {
  let tried = -ONE_ATTEMPT;

  return (root) =>
    listen(
      ['submit', 'invalid', 'click'],
      (event) => {
        const { region, fieldAt, mark } = page();
        const origin = originOf(event);
        const t = performance.now();
        const isSame = t - tried < ONE_ATTEMPT;
        if (!region || !event.composedPath().includes(region)) return;
        const field = fieldAt(origin);
        const button = closest(origin, BUTTON);
        if (event.type === 'invalid') {
          // Outside an attempt a script is only asking.
          if (isSame && field) mark(field.field);
        } else if (!isSame && (event.type === 'submit' || (button && isSubmit(button)))) {
          tried = t;
          see({ type: 'submit' });
        }
      },
      root,
    );
}
