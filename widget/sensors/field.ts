// Which controls are one field, and who it is: identity from structure, never from what is filled in.
import type { Field } from './happening.ts';
import { type Control, closest, pathOf } from './tree.ts';

/** For every element between region and controls: the one field in it, or null when there are several. */
export type Owners = Map<Element, Field | null>;

export const CONTROL =
  'input:not([type=submit],[type=button],[type=reset],[type=image],[type=search]),select,textarea,[contenteditable=true],[role=combobox],[role=radio],[role=checkbox]';
export const GROUP = 'fieldset,[role=radiogroup],[role=group]';

/** A date in parts: its parts are named so in Dutch and English kits alike. */
const DATE_PART = /day|dag|month|maand|year|jaar/i;
/** A part of a name that a kit makes up at every render: letters and digits mixed, or React's `:r0:`. */
const RANDOM = /[[_.:-](?=[a-z]*\d+[a-z])[a-z0-9]{5,}\]?|:r\w+:/gi;

const isChoice = ({ type, role }: Control) => /radio|checkbox/.test(type ?? role ?? '');
const labelText = (control: Control) => control.labels?.[0]?.textContent ?? '';

/** The controls of one question stand together: radio buttons, ticks with one name, the parts of a date. */
function groupControls(all: readonly Control[]): Control[][] {
  const groups = new Map<unknown, Control[]>();
  const parts = all.map((at) => DATE_PART.exec(`${at.name} ${at.id} ${at.ariaLabel} ${labelText(at)}`)?.[0]);
  let from = -3;
  all.forEach((control, i) => {
    const [day, month, year] = parts.slice(i);
    if (i > from + 2 && day && month && year && new Set([day, month, year]).size > 2) from = i;
    const choice = isChoice(control) && (control.name || closest(control, GROUP));
    const key = choice || (i < from + 3 ? from : control);
    groups.set(key, [...(groups.get(key) ?? []), control]);
  });
  return [...groups.values()];
}

/** Who owns what: every element that holds controls of one field only belongs to that field. */
function findOwners(fields: readonly Field[], region: Element | undefined): Owners {
  const owners: Owners = new Map();
  for (const field of fields)
    for (const at of field.controls.flatMap((control) => pathOf(control, region)))
      owners.set(at, owners.has(at) && owners.get(at) !== field ? null : field);
  return owners;
}

/** The fields of a region in page order, and who owns what in it. */
export function readFields(all: readonly Control[], region: Element | undefined): [Field[], Owners] {
  const fields = groupControls(all).flatMap((controls): Field | [] =>
    controls[0] ? { field: '', controls, box: controls[0] } : [],
  );
  const owners = findOwners(fields, region);
  const taken = new Set<string>();
  for (const field of fields) {
    const [control] = field.controls;
    const name = (control?.name || control?.id || '').replace(RANDOM, '') || 'field';
    field.box = pathOf(field.box).findLast((at) => owners.get(at) === field) ?? field.box;
    field.field = taken.has(name) ? `${name}~${taken.size}` : name;
    taken.add(field.field);
  }
  return [fields, owners];
}
