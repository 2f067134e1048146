// Which controls are one field, and who it is: identity from structure, never from what is filled in.
import type { Field } from './happening.ts';
import { type Control, closest, pathOf } from './tree.ts';

/** Of one question: at least one. */
export type Controls = [Control, ...Control[]];

/** For every element between region and controls: the one field in it, or null when there are several. */
export type Owners = Map<Element | null | undefined, Field | null | undefined>;

export const CONTROL =
  'input:not([type=submit],[type=button],[type=reset],[type=image],[type=search]),select,textarea,[contenteditable=true],[role=combobox],[aria-haspopup=listbox],[role=radio],[role=checkbox]';
export const GROUP = 'fieldset,[role=radiogroup],[role=group]';

/** A date in parts: its parts are named so in Dutch and English kits alike. */
const DATE_PART = /da[yg]|month|maand|year|jaar/i;
/** A part of a name that a kit makes up at every render: letters and digits mixed, or React's `:r0:`. */
const RANDOM = /[[_.:-](?=[a-z]*\d+[a-z])[a-z0-9]{5,}\]?|:r\w+:/gi;

const isChoice = ({ type, role }: Control) => /radio|checkbox/.test(`${type} ${role}`);

/** The controls of one question stand together: radio buttons, ticks with one name, the parts of a date. */
export function groupControls(all: readonly Control[]): Controls[] {
  const groups = new Map<unknown, Controls>();
  const parts = all.map(
    (at) => DATE_PART.exec(`${at.name} ${at.id} ${at.ariaLabel} ${at.labels?.[0]?.textContent}`)?.[0],
  );
  let from = -3;
  all.forEach((control, i) => {
    if (i > from + 2 && new Set(parts.slice(i, i + 3).filter(Boolean)).size > 2) from = i;
    const choice = isChoice(control) && (control.name || closest(control, GROUP));
    const key = choice || (i < from + 3 ? from : control);
    groups.get(key)?.push(control) ?? groups.set(key, [control]);
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

/** The fields of a region in page order, and who owns what in it. `known`: who owned what at the last look. */
export function readFields(
  groups: readonly Controls[],
  region: Element | undefined,
  known: Owners,
): [Field[], Owners] {
  const taken = new Set<string>();
  const fields = groups.map((controls): Field => {
    const [box] = controls;
    const name = (box.name || box.id).replace(RANDOM, '') || 'field';
    const before = known.get(box)?.field ?? '';
    // Rows and questions come and go: who was there keeps their name, unless the page made it another question.
    const isKept = before.split('~')[0] === name;
    if (isKept) taken.add(before);
    return { field: isKept ? before : name, controls, box };
  });
  const owners = findOwners(fields, region);
  for (const field of fields) {
    const { field: name, box } = field;
    for (let n = 1; known.get(box)?.field !== field.field && taken.has(field.field); n++)
      field.field = `${name}~${n}`;
    taken.add(field.field);
    field.box = pathOf(box).findLast((at) => owners.get(at) === field) ?? box;
  }
  return [fields, owners];
}
