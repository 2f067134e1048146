// Where in a form someone gets stuck.
import type { Chance } from './chance.ts';
import type { Form, Question } from './forms.ts';
import type { Trouble } from './trouble.ts';

export interface Spot {
  step: number;
  question: Question;
  atEnd: boolean;
}

export function chooseSpot(chance: Chance, form: Form, { at }: Trouble): Spot {
  const spots = form.steps.flatMap((questions, step) =>
    questions.map((question) => ({ step, question, atEnd: false })),
  );
  const last = spots.at(-1);
  if (at === 'end' && last && chance.happens(0.55)) return { ...last, atEnd: true };
  const fitting = spots.filter(({ question }) => question.demand === (at === 'end' ? 'decision' : at));
  // Breakoff is flat over the length of a form (Emery 2023).
  return chance.pick(fitting.length > 0 && chance.happens(0.75) ? fitting : spots);
}
