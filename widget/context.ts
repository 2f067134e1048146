// What an operator may see of the page: names and labels in the page's words, and why help was offered.
import type { PageContext, Reason } from '#protocol';
import { readHeadings } from './sensors/heading.ts';
import { labelOf } from './sensors/label.ts';
import type { Page } from './sensors/page.ts';

/** As many as the wire takes (LIMITS.reasons). */
const REASONS = 5;

/** Form and step as the page calls them now. */
export const nameStep = (page: Page, announced: string): Pick<PageContext, 'form' | 'step'> =>
  readHeadings(page.roots, page.region ?? document.body, announced);

/** The field that the strongest reason is about, else the one the citizen was in last. */
export function describePage(
  page: Page,
  {
    form,
    step,
    last,
    reasons,
  }: Pick<PageContext, 'form' | 'step'> & { last: string | undefined; reasons: readonly Reason[] },
): PageContext {
  // Reading a label is looking at the page: only of the fields in question.
  const labels = new Map<string | undefined, string>();
  for (const id of [...reasons.map(({ field }) => field), last]) {
    const found = page.fields.find(({ field }) => field === id);
    if (found && !labels.has(id)) labels.set(id, labelOf(found) || found.field);
  }
  const [[about, label] = []] = labels;
  return {
    form,
    step,
    field: about !== undefined && label !== undefined ? { id: about, label } : null,
    // An operator knows a field by its label; only the field in question is known by its id as well.
    reasons: reasons.slice(0, REASONS).map((reason) => {
      const named = reason.field !== about && reason.field !== undefined && labels.get(reason.field);
      return named ? { ...reason, field: named } : reason;
    }),
    page: location.origin + location.pathname,
  };
}

/** Where the citizen is, in a form that fits in a sentence. */
export function placeInForm({ form, step }: Pick<PageContext, 'form' | 'step'>, stepWord: string): string {
  const { name, index } = step ?? { name: form };
  const number = index ? stepWord.replace('{index}', `${index}`) : '';
  const words = name === `${index}` ? '' : name.replace(/[\s?!.:*]+$/, '');
  return [number, words].filter(Boolean).join(', ');
}
