// The page's own words about itself, cleaned before they reach an operator's screen.
import type { PageContext } from '#protocol';
import { cleanText } from './clean-text.ts';

/** Query and fragment can hold what a citizen typed: they never pass, whatever the sender did. */
function stripAddress(page: string): string {
  const cut = page.search(/[?#]/);
  return cleanText(cut < 0 ? page : page.slice(0, cut));
}

export function cleanContext(context: PageContext): PageContext {
  const { step, field } = context;
  return {
    form: cleanText(context.form),
    step: step && { ...step, name: cleanText(step.name) },
    field: field && { id: cleanText(field.id), label: cleanText(field.label) },
    reasons: context.reasons.map((reason) =>
      reason.field === undefined ? reason : { ...reason, field: cleanText(reason.field) },
    ),
    page: stripAddress(context.page),
  };
}
