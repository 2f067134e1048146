// Which part of the page is the form: a <form>, or a group of fields without one; never a search or log-in box.
import { CONTROL } from './field.ts';
import { type Control, closest, findAll, findFocus, isShown } from './tree.ts';

const REGION = 'form,[role=form],dialog,main,body';
const SEARCH = /zoek|search|query|\bq$/i;

/** A log-in box has a password and at most a name and a tick besides; a group without <form> has at least two fields. */
const isForm = (root: Element, controls: readonly Control[]) =>
  controls.length > 3 ||
  (controls[1]
    ? !controls.some((at) => at.type === 'password')
    : root.matches('form,[role=form]') &&
      !SEARCH.test([root.id, root.className, root.getAttribute('action'), controls[0]?.name].join(' ')));

/** The region with focus, else the one with most controls. `selector` is the webmaster's own choice of forms. */
export function findRegion(
  roots: readonly ParentNode[],
  selector: string | undefined,
): [Element?, Control[]?] {
  const regions = new Map<Element, Control[]>();
  for (const control of findAll(roots, CONTROL)) {
    const root = closest(control, selector || REGION);
    // Many kits hide the real radio or file control and show its label instead.
    if (root && !closest(control, '[role=search]') && [control, ...(control.labels ?? [])].some(isShown))
      regions.set(root, [...(regions.get(root) ?? []), control]);
  }
  const focus = findFocus();
  const forms = [...regions]
    .filter((region) => selector || isForm(...region))
    .sort(([, one], [, other]) => other.length - one.length);
  return forms.find(([, controls]) => controls.some((at) => at === focus)) ?? forms[0] ?? [];
}
