// Work in a field: focus and edits. Never what was written, chosen or pressed.
import type { Door } from './door.ts';
import { CONTROL } from './field.ts';
import type { See } from './happening.ts';
import type { Page } from './page.ts';
import { closest, findFocus, OWN_TAG, originOf } from './tree.ts';

/** An edit this soon after a key comes from that key (detection rules, section 4). */
const KEYED_WITHIN = 100;

/** Gives what is to hear of the focus, in every root: it may move inside one, and then only that one is told. */
export function watchTyping({ listen, later }: Door, page: Page, see: See): (event: Event) => void {
  let focused: string | undefined;
  let keyAt = 0;

  const moveTo = (element: Element | null | undefined) => {
    // The focus may be ahead of our look at a page that has just changed. Our own boxes are no part of it.
    if (!page.fieldAt(element) && element?.matches(CONTROL) && !closest(element, OWN_TAG)) page.look();
    const field = page.fieldAt(element)?.field;
    // The options of a list may be anywhere on the page: going there is no leave.
    if (field === focused || (!field && closest(element, '[role=listbox]'))) return;
    if (focused) see({ type: 'blur', field: focused });
    if (field) see({ type: 'focus', field });
    focused = field;
  };

  listen('keydown', (event) => {
    keyAt = event.timeStamp;
  });
  listen('input', (event) => {
    const control = originOf(event);
    const field = page.fieldAt(control)?.field;
    if (control && field)
      see({
        type: 'input',
        field,
        inputType: event.inputType ?? '',
        filled: control.matches(':is(:autofill)'),
        keyed: event.timeStamp - keyAt < KEYED_WITHIN,
      });
  });
  // Focus that moves inside a field, or a window that loses focus, is no leave: ask when the dust has settled.
  // A field that had the focus before we came tells nothing, but a click may be in it.
  listen(['focusout', 'click'], () => later(0, () => moveTo(findFocus())));
  return (event) => moveTo(originOf(event));
}
