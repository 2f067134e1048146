// How long the session of a form lasts on the form's own server, as the site tells it (rules Y). The citizen's browser counts.

export interface FormSession {
  /** From the last time that the page asked its server. */
  readonly lastsMs: number;
  /** How long before the end both sides are reminded. */
  readonly warnsMs: number;
  /** Besides the page's own: where the form's server is. */
  readonly origins: readonly string[];
}

/** Of each form, and under the empty name of all others. */
export type FormSessions = ReadonlyMap<string, FormSession>;

/** Null: this form has no session, or none that the site told of. A form that is not known has that of all others. */
export const findFormSession = (sessions: FormSessions, form: string | null): FormSession | null =>
  sessions.get(form ?? '') ?? sessions.get('') ?? null;
