// The page as one tree: light DOM and open shadow roots together, without our own element.
export type Root = Document | ShadowRoot;
/** What a control has when it is a native one; kits make others of a <div> with a role. */
export type Control = HTMLElement &
  Partial<Pick<HTMLInputElement, 'name' | 'type' | 'labels' | 'maxLength' | 'required'>>;

export const OWN_TAG = 'vangnet-widget';

/** An element and everything around it, out of open shadow roots too; up to a region, if there is one. */
export function pathOf(from: Element | null | undefined, region?: Node | null): Element[] {
  const path = [];
  for (
    let at: Node | null | undefined = from;
    at && at !== region;
    at = at instanceof ShadowRoot ? at.host : at.parentNode
  )
    if (at instanceof Element) path.push(at);
  return path;
}

export const closest = (from: Element | null | undefined, selector: string) =>
  pathOf(from).find((at) => at.matches(selector));

/** The root itself and the open shadow roots under it, its own included. */
export const rootsOf = <T extends ParentNode>(root: T): (T | ShadowRoot)[] => [
  root,
  ...[root, ...root.querySelectorAll('*')].flatMap((at) =>
    at instanceof Element && at.shadowRoot && at.localName !== OWN_TAG ? rootsOf(at.shadowRoot) : [],
  ),
];

export const findAll = <E extends Element = Control>(roots: readonly ParentNode[], selector: string) =>
  roots.flatMap((root) => [...root.querySelectorAll<E>(selector)]);

/** The element with focus, inside open shadow roots too. */
export function findFocus(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Where an event began, inside open shadow roots too. */
export const originOf = (event: Event) => event.composedPath().find((at) => at instanceof Element);

export const isShown = (element: Element) =>
  element.getClientRects()[0] && getComputedStyle(element).visibility === 'visible';

/** The elements that an id list points at, in the root of the element itself. */
export function pointedAt(element: Element, attribute: string): Element[] {
  const ids = element.getAttribute(attribute);
  const root = element.getRootNode();
  return (ids ?? '')
    .split(/\s+/)
    .flatMap((id) => (id && (root instanceof ShadowRoot ? root : document).getElementById(id)) || []);
}
