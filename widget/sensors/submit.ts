// An attempt to hand in or to go on, and the browser's own refusal of it. How it ended is for the interpreter.
import type { See } from './happening.ts';
import type { Page } from './page.ts';
import { closest, findAll, isShown, originOf, type Root } from './tree.ts';

/** A click, the submit event and the check of the fields by the browser follow each other at once: one attempt. */
const ONE_ATTEMPT = 200;
/** What a button that goes on is called in kits without a form element. */
const GO_ON = /volgende|ver(der|st|z)|indien|bevestig|next|continue|submit|send/i;
const BUTTON = 'button,[type=submit],[role=button]';

const isSubmit = (button: Element | undefined) =>
  button && (button.matches('form :is([type=submit],button:not([type]))') || GO_ON.test(button.textContent));

/** The button that an element is part of, if that goes on. */
export function submitAt(at: Element | undefined): Element | undefined {
  const button = closest(at, BUTTON);
  return isSubmit(button) ? button : undefined;
}

export const findSubmits = (roots: readonly Root[]) =>
  findAll(roots, BUTTON).filter((button) => isShown(button) && isSubmit(button));

/** Gives what is to hear of submits, refusals and clicks in every root. */
export function watchSubmit(page: Page, see: See): (event: Event) => void {
  let triedAt = -ONE_ATTEMPT;

  return (event) => {
    const origin = originOf(event);
    // First: to ask makes the first look, if nothing did.
    const at = page.fieldAt(origin);
    const { region, mark } = page;
    const again = event.timeStamp - triedAt < ONE_ATTEMPT;
    if (!region || !event.composedPath().includes(region)) return;
    if (again) {
      // The browser refuses. Outside an attempt a script is only asking.
      if (at && event.type === 'invalid') mark(at.field);
    } else if (event.type === 'submit' || isSubmit(closest(origin, BUTTON))) {
      triedAt = event.timeStamp;
      see({ type: 'submit' });
    }
  };
}
