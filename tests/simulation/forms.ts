// Forms as gemeenten have them: steps of questions, some of which need a paper or a decision.
import type { FieldKind, ObservedField } from '#protocol';
import type { Chance } from './chance.ts';

/** What a question asks of a citizen besides an answer: a paper, a decision with consequences, an exact notation, or nothing. */
type Demand = 'document' | 'decision' | 'notation' | 'none';

export interface Question extends ObservedField {
  demand: Demand;
  /** Median seconds in focus of an average person. */
  seconds: number;
}

export interface Form {
  name: string;
  steps: readonly (readonly Question[])[];
}

/** Medians of an average person, so that all people together have the measured ones (detection.md, section 2; calibration.ts). Area and file [U]. */
const SECONDS: Record<FieldKind, number> = {
  text: 3.8,
  email: 4.6,
  tel: 3.8,
  number: 3.1,
  textarea: 22,
  date: 2.5,
  'date-parts': 13,
  select: 1.9,
  radio: 1.3,
  checkbox: 1.1,
  file: 12,
  other: 5,
};
const KINDS: Partial<Record<FieldKind, number>> = {
  text: 34,
  email: 5,
  tel: 5,
  number: 8,
  textarea: 5,
  date: 4,
  'date-parts': 7,
  select: 11,
  radio: 14,
  checkbox: 4,
  file: 3,
};
const CHARS: Partial<Record<FieldKind, readonly [number, number]>> = {
  text: [4, 22],
  email: [16, 30],
  tel: [10, 10],
  number: [1, 6],
  textarea: [30, 160],
};
const DEMANDS: Record<'typed' | 'chosen' | 'file', Record<Demand, number>> = {
  typed: { none: 70, document: 10, notation: 16, decision: 4 },
  chosen: { none: 72, document: 3, notation: 1, decision: 24 },
  file: { none: 20, document: 80, notation: 0, decision: 0 },
};

function makeQuestion(chance: Chance, name: string, kinds: Partial<Record<FieldKind, number>>): Question {
  const all: Record<string, number> = kinds;
  const kind = (Object.keys(SECONDS) as FieldKind[]).find((one) => one === chance.draw(all)) ?? 'text';
  const range = CHARS[kind];
  const chars = range ? chance.whole(...range) : undefined;
  const demand = chance.draw(
    DEMANDS[kind === 'file' ? 'file' : /radio|select|checkbox/.test(kind) ? 'chosen' : 'typed'],
  );
  const words = Math.max(1, Math.round(chance.logNormal(demand === 'decision' ? 18 : 6, 0.7)));
  const longer = chars === undefined || kind === 'textarea' ? 1 : Math.sqrt(chars / 12);
  return {
    field: name,
    kind,
    words,
    // Markup seldom tells the length of an answer.
    ...(chars !== undefined && kind !== 'textarea' && chance.happens(0.3) && { chars }),
    required: chance.happens(0.85),
    demand,
    seconds: SECONDS[kind] * longer,
  };
}

export function makeForm(chance: Chance, name: string): Form {
  const kinds: Partial<Record<FieldKind, number>> = {};
  for (const [kind, share] of Object.entries(KINDS))
    Object.assign(kinds, { [kind]: share * chance.logNormal(1, 0.4) });
  const steps = Array.from({ length: chance.whole(1, 4) }, (_, step) =>
    Array.from({ length: chance.whole(2, 7) }, (_question, index) =>
      makeQuestion(chance, `${name}-${step + 1}-${index + 1}`, kinds),
    ),
  );
  return { name, steps };
}
