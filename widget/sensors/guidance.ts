// The words of the page that help to answer: labels and explanations, and what they are about.
import { CONTROL, GROUP } from './field.ts';
import { MESSAGE_NAME } from './label.ts';
import { closest, pathOf } from './tree.ts';

export interface Guidance {
  on: 'label' | 'help';
  /** The control or group that it belongs to, or the explanation itself. */
  about: Element;
}

const HELP =
  'summary,[class*=help i],[class*=hulp i],[class*=tooltip i],[href*=contact i],[href^="tel:"],[href^="mailto:"]';
const ANSWERS = `${CONTROL},${GROUP}`;

/** What holds questions is no explanation, however it is called. */
const isHelp = (part: Element) =>
  part.matches(HELP) && !part.matches(CONTROL) && !part.querySelector(CONTROL);

/** Whose attribute points at this element; an error message explains nothing beforehand. */
function pointerTo({ id, className, parentNode }: Element, attribute: string): Element | undefined {
  const root = parentNode?.getRootNode();
  if (!id || MESSAGE_NAME.test(id + className) || !(root instanceof Document || root instanceof ShadowRoot))
    return;
  const found = root.querySelector(`[${attribute}~="${CSS.escape(id)}"]`);
  return found?.matches(ANSWERS) ? found : undefined;
}

function readPart(part: Element): Guidance | undefined {
  const described = pointerTo(part, 'aria-describedby');
  const labelled = pointerTo(part, 'aria-labelledby');
  if (described) return { on: 'help', about: described };
  if (labelled) return { on: 'label', about: labelled };
  if (isHelp(part)) return { on: 'help', about: part };
  if (!part.matches('label,legend')) return;
  return { on: 'label', about: (part instanceof HTMLLabelElement && part.control) || part };
}

/** The nearest words of this kind that an element is part of; a control is no words. */
export function guidanceAt(at: Element | null | undefined): Guidance | undefined {
  for (const part of pathOf(at)) {
    if (part.matches(CONTROL)) return;
    const found = readPart(part);
    if (found) return found;
  }
  return;
}

/** Pressing it opens an explanation or a way to ask. */
export const opensHelp = (at: Element | undefined): boolean => pathOf(at).some(isHelp);

export const isControl = (at: Element | null | undefined): boolean => closest(at, CONTROL) !== undefined;
