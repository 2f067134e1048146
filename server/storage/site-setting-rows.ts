// Reads what a site chose for its citizens, each row by its place.
import { z } from 'zod';
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
