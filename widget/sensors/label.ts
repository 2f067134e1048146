// What the page calls a field, what kind it is, and how much there is to read before one can answer.
import type { FieldKind, ObservedField } from '#protocol';
import { GROUP } from './field.ts';
import type { Field } from './happening.ts';
import { textOf, tidy } from './text.ts';
import { type Control, closest, findAll, pointedAt, rootsOf } from './tree.ts';

const KINDS: readonly FieldKind[] = [
  'textarea',
  'email',
  'tel',
  'number',
  'date',
  'select',
  'radio',
  'checkbox',
  'file',
  'text',
];
const OTHER_NAMES: Readonly<Record<string, FieldKind>> = {
  combobox: 'select',
  switch: 'checkbox',
  month: 'date',
  week: 'date',
  time: 'date',
  password: 'text',
  url: 'text',
};
/** What kits put behind a label to say whether an answer is asked for. */
const MARKS = /\s*(\*|\((niet )?(verplicht|optioneel|required|optional)\))$/i;
export const MESSAGE_NAME = /error|invalid|fout/i;
/** A maximum length below this says how long the answer is; above it, only what a database can hold. */
const TELLING_LENGTH = 40;

function kindOf(control: Control): FieldKind {
  const role = control.getAttribute('role') ?? '';
  // A button says what it is by its role, or by the list that it opens.
  const drawn = control.matches('button') ? role || 'combobox' : '';
  const type = drawn || (role in OTHER_NAMES ? role : (control.type ?? (role || 'textarea')));
  return KINDS.find((kind) => type.startsWith(kind)) ?? OTHER_NAMES[type] ?? 'other';
}

export const givenName = (element: Element) =>
  // A control among its own labels would tell what is chosen in it.
  pointedAt(element, 'aria-labelledby')
    .filter((target) => element.matches(GROUP) || !element.contains(target))
    .map(textOf)
    .join(' ') || tidy(element.getAttribute('aria-label') ?? '');

const firstText = (root: Element, selector: string) =>
  findAll(rootsOf(root), selector).map(textOf).find(Boolean) ?? '';

function nameOfGroup(control: Control, box: Element): string {
  const group = control && closest(control, GROUP);
  return (
    firstText(box, 'legend') ||
    (group && (givenName(group) || firstText(group, 'legend'))) ||
    givenName(box) ||
    firstText(box, '[class*=legend],[class*=label]:not(label,label *)')
  );
}

function nameOfControl(control: Control, box: Element): string {
  const root = control.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : control;
  return (
    givenName(control) ||
    [...(control.labels ?? [])].map(textOf).join(' ') ||
    givenName(host) ||
    tidy(host.getAttribute('label') ?? '') ||
    firstText(box, 'label,legend,[class*=label]') ||
    tidy(control.title || control.getAttribute('placeholder') || '')
  );
}

export function labelOf({ controls, box }: Field): string {
  const [control] = controls;
  if (!control) return '';
  const name = (controls[1] && nameOfGroup(control, box)) || nameOfControl(control, box);
  return name.replace(MARKS, '');
}

/** Label and description; an error message is not something to read beforehand. */
function countWords(field: Field): number {
  const [control] = field.controls;
  const group = closest(control, GROUP);
  const notes = [control, group].flatMap((at) => (at ? pointedAt(at, 'aria-describedby') : []));
  const texts = notes.filter((note) => !MESSAGE_NAME.test(note.id + note.className)).map(textOf);
  return [labelOf(field), ...texts].join(' ').split(' ').filter(Boolean).length;
}

/** The field as the detector knows it. */
export function describeField(field: Field): ObservedField {
  const [control] = field.controls;
  const chars = control?.maxLength ?? 0;
  const kind = control ? kindOf(control) : 'other';
  const isDate = field.controls.length === 3 && !/radio|checkbox/.test(kind);
  return {
    field: field.field,
    kind: isDate ? 'date-parts' : kind,
    words: countWords(field),
    ...(chars > 0 && chars <= TELLING_LENGTH && { chars }),
    required: control?.required || control?.ariaRequired === 'true',
  };
}
