// What is on the page now, looked at again after every burst of changes; what differs is reported.
import type { Door } from './door.ts';
import { type Owners, readFields } from './field.ts';
import type { Field, See } from './happening.ts';
import { hasTrouble, isWrong } from './invalid.ts';
import { FORM, findForms } from './region.ts';
import { closest, findFocus, pathOf, type Root, rootsOf } from './tree.ts';

export interface Page {
  region?: Element | undefined;
  fields: Field[];
  roots: Root[];
  /** Looks, unless somebody did before. A look touches each control, which costs time and memory: who does nothing on a page need not pay for it. */
  lookOnce(): void;
  /** Looks when somebody did before, or when something may be wrong. */
  glance(): void;
  look(): void;
  /** The page itself names the step. */
  announce(step: string): void;
  /** The page says that a field is wrong. */
  mark(field: string): void;
  /** The one field that an element belongs to. */
  fieldAt(element: Element | null | undefined): Field | null | undefined;
}

export interface PageOptions {
  door: Door;
  selector: string | undefined;
  see: See;
  /** Something changed. */
  moved(): void;
  glanced(): void;
  /** A root came into view: the document first, then open shadow roots. */
  found(root: Root): void;
}

/** First look after a change, in ms: a few frames, so that a kit has finished rendering. */
const LOOK_AFTER = 60;
/** Looking may take at most one twentieth of the time, on however large a page. */
const REST_FACTOR = 20;

/** Every key asks again: the answer is kept until the next look. */
function findOwner(owners: Owners, element: Element | null | undefined) {
  if (!owners.has(element)) owners.set(element, owners.get(pathOf(element).find((at) => owners.has(at))));
  return owners.get(element);
}

/** `wrong`: who was so at the last look. */
function seeErrors({ fields, mark }: Page, wrong: Set<string>, see: See): void {
  for (const one of fields) {
    const { field } = one;
    if (!isWrong(one)) wrong.delete(field) && see({ type: 'valid', field });
    else if (!wrong.has(field)) mark(field);
  }
}

export function watchPage({ door, selector, see, moved, glanced, found }: PageOptions): Page {
  /** Nobody asked for a look since. Whoever comes to a form sees it from then on. */
  let unasked = performance.now();
  const known = new Set<Root>();
  const wrong = new Set<string>();
  let owners: Owners = new Map();
  /** The form that has or had the focus. */
  let chosen: Element | undefined;
  let before = '';
  let name = '';
  let waiting = false;
  let rest = LOOK_AFTER;

  const meet = (root: Root) => {
    if (known.has(root)) return;
    known.add(root);
    mutations.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    found(root);
  };

  const page: Page = {
    fields: [],
    roots: [document],
    announce(step) {
      name = step;
      page.look();
    },
    mark(field) {
      wrong.add(field);
      see({ type: 'invalid', field });
    },
    fieldAt(element) {
      page.lookOnce();
      return findOwner(owners, element);
    },
    lookOnce: () => unasked && page.look(),
    glance() {
      const start = performance.now();
      waiting = false;
      page.roots.forEach(meet);
      if (unasked && !hasTrouble()) glanced();
      else page.look();
      rest = Math.max(LOOK_AFTER, (performance.now() - start) * REST_FACTOR);
    },
    look() {
      const t = unasked || performance.now();
      unasked = 0;
      page.roots = rootsOf<Root>(document);
      page.roots.forEach(meet);
      const forms = findForms(page.roots, selector);
      chosen = closest(findFocus(), selector || FORM) ?? chosen;
      const [region, groups = []] = forms.find(([form]) => form === chosen) ?? forms[0] ?? [];
      page.region = region;
      [page.fields, owners] = readFields(groups, region, owners);
      const { fields } = page;
      const now = [name, ...fields.map(({ field }) => field)].join();
      if (now !== before) see({ t, type: 'fields', fields, name });
      before = now;
      seeErrors(page, wrong, see);
      glanced();
    },
  };

  const mutations = new MutationObserver(
    door.guard(() => {
      moved();
      if (!waiting) door.later(rest, page.glance);
      waiting = true;
    }),
  );
  door.signal.onabort = () => mutations.disconnect();
  return page;
}
