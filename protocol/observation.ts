// The grammar between the page and the detector (contract, section 5). Never a value, a key or selected text.

export type FieldKind =
  | 'text'
  | 'textarea'
  | 'email'
  | 'tel'
  | 'number'
  | 'date'
  | 'date-parts'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'file'
  | 'other';

/** `words` counts label plus description; `chars` is the expected length of an answer where the markup tells it. */
export interface ObservedField {
  field: string;
  kind: FieldKind;
  words: number;
  chars?: number;
  required?: boolean;
}

export type PressTarget = 'field' | 'control' | 'link' | 'text' | 'nothing';
export type HoverTarget = 'label' | 'help' | 'submit' | 'field';
export type TextTarget = 'label' | 'help' | 'text';
export type InputManner = 'type' | 'paste' | 'autofill' | 'replace';

/** What happened on the page. `t` is in ms since page load, monotonic. */
export type Observation = { t: number } & (
  | { type: 'step'; step: string; fields: readonly ObservedField[] }
  | { type: 'focus' | 'blur' | 'choose' | 'invalid' | 'valid'; field: string }
  | { type: 'input'; field: string; inserted: number; deleted: number; how: InputManner }
  | { type: 'submit' | 'submit-failed' | 'submitted' }
  | { type: 'scroll'; dy: number }
  | { type: 'press'; on: PressTarget; x: number; y: number; effect: boolean }
  | { type: 'hover'; on: HoverTarget; field?: string; ms: number }
  | { type: 'select-text'; on: TextTarget; field?: string }
  | { type: 'help'; field?: string }
  | { type: 'copy'; on: TextTarget }
  | { type: 'leave-top' | 'hidden' | 'visible' | 'resize' }
);

export type ObservationType = Observation['type'];
