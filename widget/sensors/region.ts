// Which part of the page is the form: a <form>, or a group of fields without one; never a search or log-in box.
import { CONTROL, type Controls, groupControls } from './field.ts';
import { type Control, closest, findAll, isShown } from './tree.ts';

export const FORM = 'form,[role=form],dialog,main';
/** Not `verzoek`, `onderzoek`, `bezoek`, `research`. */
const SEARCH = /(^|[^er])(zoek|search)|query|\bq$/i;

/** A search or log-in box is small; a group without <form> has at least two fields. */
const isForm = (root: Element, controls: readonly Control[]) =>
  controls.length > 3 ||
  ((controls[1] || root.matches('form,[role=form]')) &&
    !controls.some((at) => at.type === 'password') &&
    !SEARCH.test([root.id, root.className, root.getAttribute('action'), controls[0]?.name].join(' ')));

const isThere = (control: Control) =>
  !closest(control, 'search,[role=search]') &&
  // Many kits hide the real radio or file control and show its label instead.
  [control, ...(control.labels ?? [])].some(isShown);

/** The forms on the page and their questions, longest first. `selector` is the webmaster's own choice of forms. */
export function findForms(
  roots: readonly ParentNode[],
  selector: string | undefined,
): [Element, Controls[]][] {
  const regions = new Map<Element, Control[]>();
  findAll(roots, CONTROL)
    .filter(isThere)
    .forEach((control, i, all) => {
      const root = closest(control, selector || `${FORM},body`);
      // A control around another one is only its frame.
      if (root && !control.contains(all[i + 1] ?? null))
        regions.get(root)?.push(control) ?? regions.set(root, [control]);
    });
  return [...regions]
    .filter((region) => selector || isForm(...region))
    .map(([root, controls]): [Element, Controls[]] => [root, groupControls(controls)])
    .sort(([, one], [, other]) => other.length - one.length);
}
