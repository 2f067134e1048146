// Whether the page marks a field as wrong: one rule for every form kit, by what markup says and by what it is called.
import { GROUP } from './field.ts';
import type { Field } from './happening.ts';
import { closest, findAll, isShown, pathOf, pointedAt, rootsOf } from './tree.ts';

/** `:is` forgives an engine that does not know `:user-invalid`. What a form asks the browser not to judge is not shown as wrong. */
const MARKED = ':is([aria-invalid=true],:user-invalid:not([novalidate] *))';
/** A class that ends in the word (`field--error`, `is-invalid`, `has-error`); Angular's `ng-invalid` is there before anyone has typed. */
const MARKED_CLASS = /(^|\s)(?!ng-|no-)\S*(fout|not-valid|invalid|errors?)(-input|-wrapper)?(\s|$)/i;
const MESSAGE = '[class*=error i],[class*=invalid i],[class*=fout i],[role=alert]';
const NAMED = `${MESSAGE},[id*=error i],[id*=invalid i],[id*=fout i]`;
/** Without a look at the form: on a page where nothing is called so, nothing came wrong. What is called so need not be wrong. */
export const hasTrouble = () => document.querySelector(`[aria-invalid=true],${NAMED}`);

const speaks = (element: Element) => isShown(element) && /\S/.test(element.textContent);

const isMarked = (element: Element) =>
  element.matches(MARKED) ||
  MARKED_CLASS.test(element.className) ||
  ['aria-describedby', 'aria-errormessage']
    .flatMap((name) => pointedAt(element, name))
    .some((target) => target.matches(NAMED) && speaks(target));

export const isWrong = ({ controls, box }: Field): boolean =>
  controls.some((control) => {
    // Other questions may hang below an answer: its group is not the box of one field then.
    const group = controls[1] && closest(control, GROUP);
    return [...pathOf(control, box.parentNode), group].some((at) => at && isMarked(at));
  }) ||
  findAll(rootsOf(box), MESSAGE).some(
    (message) => !controls.some((control) => message.contains(control)) && speaks(message),
  );
