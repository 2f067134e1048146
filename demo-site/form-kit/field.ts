// The words the demo forms are made of: fields, answers and problems. Shared by the server pages and the browser scripts.

/** Every name in a posted form with its values, in order. A file counts with its name, never its content. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** `wrapper` is the field that turns red, `target` the id of the control that gets the focus. */
export type Problem = { wrapper: string; target: string; message: string };

type Option = { value: string; label: string };

/** Returns what is wrong in a sentence for the citizen, or null. */
export type TextCheck = (value: string) => string | null;
/** Both days as yyyy-mm-dd, so that they compare as text. */
export type DateCheck = (date: string, today: string) => string | null;

type Base = {
  name: string;
  label: string;
  hint?: string;
  /** A question with its answer behind "meer uitleg". */
  help?: { question: string; answer: string };
};

export type TextField = Base & {
  kind: 'text' | 'email' | 'tel' | 'textarea';
  /** Error when empty; without it the field may stay empty. */
  missing?: string;
  check?: TextCheck;
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal' | 'text' | 'tel' | 'email';
  width?: 'short' | 'medium';
  /** Stands before the box, such as the euro sign. */
  prefix?: string;
};

export type DateField = Base & {
  kind: 'date';
  missing: string;
  check?: DateCheck;
  autocomplete?: 'bday';
};

type Choice = Base & { options: readonly Option[]; missing: string };

export type RadioField = Choice & { kind: 'radio' };

export type SelectField = Choice & { kind: 'select' };

export type StatementField = Base & { kind: 'checkbox'; missing: string };

export type FilesField = Base & { kind: 'files'; missing: string; accept: readonly string[] };

/** Rows of source and net amount a month. */
export type IncomeField = Base & { kind: 'income'; missing: string };

export type Field =
  | TextField
  | DateField
  | RadioField
  | SelectField
  | StatementField
  | FilesField
  | IncomeField;

export type Step = { id: string; title: string; intro?: string; fields: readonly Field[] };
