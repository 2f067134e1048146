// Reads what a site chose for its citizens, each row by its place.
import { z } from 'zod';
import { INTRODUCTION_QUESTIONS, type IntroductionQuestion } from '#protocol';
import type { FormSession, FormSessions } from '../domain/form-session.ts';
import { type SilenceSetting, USUAL_SILENCE } from '../domain/silence.ts';
import { understandRow } from './understand-row.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

const minutes = z.int().min(1).max(DAY_MINUTES);
/** A minute of warning is three times what WCAG 2.2.1 asks for. */
const silence = z
  .object({ ends_after: minutes, warns_before: minutes })
  .refine(({ ends_after, warns_before }) => warns_before < ends_after, 'the warning comes before the end');

/** Null: conversations never end by themselves. */
export function readSilence(
  site: string,
  row: { ends_after: number; warns_before: number } | undefined,
): SilenceSetting | null {
  if (!row) return USUAL_SILENCE;
  if (row.ends_after === 0) return null;
  const { ends_after, warns_before } = understandRow(`silence_setting of ${site}`, () => silence.parse(row));
  return { endsAfterMs: ends_after * MINUTE, warnsMs: warns_before * MINUTE };
}

const questions = z.array(z.enum(INTRODUCTION_QUESTIONS));

export function readAsks(site: string, row: { questions: string } | undefined): IntroductionQuestion[] {
  return row
    ? understandRow(`introduction_setting of ${site}`, () => questions.parse(JSON.parse(row.questions)))
    : [];
}

/** An address with a path would never be the origin of a request. */
const origin = z.url().refine((text) => new URL(text).origin === text, 'an origin has no path');
const formSession = z
  .object({ ends_after: minutes, warns_before: minutes, origins: z.array(origin) })
  .refine(({ ends_after, warns_before }) => warns_before < ends_after, 'the reminder comes before the end');

interface FormSessionRow {
  form: string;
  ends_after: number;
  warns_before: number;
  origins: string;
}

export function readFormSessions(site: string, rows: readonly FormSessionRow[]): FormSessions {
  const read = (row: FormSessionRow): FormSession => {
    const { ends_after, warns_before, origins } = formSession.parse({
      ...row,
      origins: JSON.parse(row.origins),
    });
    return { lastsMs: ends_after * MINUTE, warnsMs: warns_before * MINUTE, origins };
  };
  const place = (form: string) => `form_session_setting of ${site}${form && `, ${form}`}`;
  return new Map(rows.map((row) => [row.form, understandRow(place(row.form), () => read(row))]));
}
