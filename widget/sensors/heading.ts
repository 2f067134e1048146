// How the page calls the form and the step that is on screen: progress indicators and headings, the title of the tab last.
import type { PageContext } from '#protocol';
import { givenName } from './label.ts';
import { textOf, tidy } from './text.ts';
import { closest, findAll, isShown } from './tree.ts';

type Step = NonNullable<PageContext['step']>;
export interface Headings {
  form: string;
  step: Step | null;
}

const PLACE = /(?:stap|step)\s*(\d+)\s*(?:van(?: de)?|of|uit|\/)\s*(\d+)\s*[:.–-]?\s*(.*)/i;
const STEP_NUMBER = /^(?:(?:huidige|current)?\s*(?:stap|step)[\s:]*)?\d*[\s.:)–-]*/i;
/** Where a heading names the site or a problem, not the form. */
const NOT_OURS =
  'body > header *,[role=banner] *,nav *,footer *,aside *,dialog *,[role=alert] *,[class*=error] *,[class*=alert] *';
/** More text than this is a part of the page, not a line about the place in it. */
const LONGEST_PLACE = 120;
const INDICATOR = '[aria-current=step]';

/** "Stap 2 van 4", wherever it stands; split over elements too, as long as they have one parent. */
function findPlace(roots: readonly ParentNode[]): Step | null {
  for (const spot of findAll(roots, 'h1,h2,h3,h4,p,span,li,legend,strong,small,div,[role=progressbar]')) {
    const short = spot.textContent.length < LONGEST_PLACE;
    const text =
      spot.getAttribute('aria-valuetext') ?? (short && /st[ae]p/i.test(spot.textContent) ? textOf(spot) : '');
    const [, index, of, name = ''] = PLACE.exec(text) ?? [];
    if (index && isShown(spot)) return { name, index: Number(index), of: Number(of) };
  }
  return null;
}

function findIndicated(roots: readonly ParentNode[]): Step | null {
  const current = findAll(roots, INDICATOR).find(isShown);
  if (!current) return null;
  const name = (givenName(current) || textOf(current) || buttonText(current)).replace(STEP_NUMBER, '');
  const item = closest(current, 'li') ?? current;
  const items = [...(item.parentElement?.children ?? [])].filter((at) => at.localName === item.localName);
  return items.length > 1 ? { name, index: items.indexOf(item) + 1, of: items.length } : { name };
}

const buttonText = (current: Element) =>
  [...current.querySelectorAll('button')].map(textOf).find(Boolean) ?? '';

export function readHeadings(roots: readonly ParentNode[], region: Element, announced: string): Headings {
  const headings = findAll(roots, 'h1,h2,legend').filter((at) => isShown(at) && !at.matches(NOT_OURS));
  const isQuestion = (at: Element) => closest(at, 'legend,label') || at.querySelector('label');
  const title = headings.find((at) => at.matches('h1') && !isQuestion(at));
  const question = headings.find((at) => at.matches('h1,legend') && isQuestion(at));
  const parts = headings.filter((at) => at.matches('h2') && at !== title);
  const place = findPlace(roots);
  const found = findIndicated(roots) ?? place;
  const only = parts.length === 1 || found ? parts[0] : undefined;
  // A service that names itself in its header has the question of the page as its main heading.
  const service = textOf(findAll(roots, '[class*=service-name]').find(isShown));
  const heading = service ? textOf(title ?? question) : textOf(only) || (title ? '' : textOf(question));
  const name = announced || found?.name || place?.name || heading;
  const form =
    service ||
    textOf(title) ||
    givenName(region) ||
    document.title
      .split(/ [–|·-] /)
      .map(tidy)
      .find((part) => part && part !== name) ||
    location.hostname;
  return { form, step: name || found ? { ...place, ...found, name: name || `${found?.index}` } : null };
}
