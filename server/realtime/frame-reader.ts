// From bytes on the wire to a frame of the closed list, or to nothing.
import type { RawData } from 'ws';
import { z } from 'zod';

const typed = z.object({ type: z.string() });

export type Reading<Frame> = { ok: true; frame: Frame } | { ok: false; type: string };

/** The frame's type goes to the log only when it is one of ours: anything else could be someone's words. */
function readType<Frame>(value: unknown, known: ReadonlySet<string>): Reading<Frame> {
  const found = typed.safeParse(value);
  return { ok: false, type: found.success && known.has(found.data.type) ? found.data.type : 'unknown' };
}

export function createFrameReader<Frame>(
  schema: z.ZodType<Frame>,
  types: readonly string[],
): (data: RawData, isBinary: boolean) => Reading<Frame> {
  const known = new Set(types);
  return (data, isBinary) => {
    if (isBinary) return { ok: false, type: 'unknown' };
    let value: unknown;
    try {
      value = JSON.parse(data.toString());
    } catch {
      return { ok: false, type: 'unknown' };
    }
    const frame = schema.safeParse(value);
    return frame.success ? { ok: true, frame: frame.data } : readType(value, known);
  };
}
