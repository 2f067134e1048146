/** Runs in the page: where the widget's texts and targets are, and what they could fall off or hide behind. */
export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Measured {
  /** What can only be scrolled sideways. */
  wide: string[];
  /** Texts, with the edge of what cuts them off; `lost`: up and down as well, because it does not scroll. */
  texts: { name: string; box: Edges; edge: Edges; lost: boolean }[];
  /** Texts that something lies over, also once they are scrolled to. */
  hidden: { name: string; coveredBy: string }[];
  /** As they are once scrolled to. */
  targets: { name: string; box: Edges; inText: boolean; coveredBy: string | null }[];
}

export function measure(): Measured {
  const root = document.querySelector('vangnet-widget')?.shadowRoot;
  if (!root) throw new Error('The widget is not there.');
  const TARGETS = 'button, a[href], input, textarea, select, summary';
  const all = [...root.querySelectorAll<HTMLElement>('*')].filter((it) =>
    it.checkVisibility({ visibilityProperty: true }),
  );
  const screen: Edges = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const nameOf = (it: Element) =>
    `<${it.localName} class="${it.className}"> ${it.textContent.trim().slice(0, 40)}`;
  const toEdges = ({ left, top, right, bottom }: DOMRect): Edges => ({ left, top, right, bottom });
  const isForEars = (it: Element | null): boolean =>
    it !== null && (getComputedStyle(it).clipPath !== 'none' || isForEars(it.parentElement));
  const clips = (it: Element) => getComputedStyle(it).overflowX !== 'visible';
  const scrolls = (it: Element) => /auto|scroll/.test(getComputedStyle(it).overflowY);
  const findClipper = (it: Element | null): Element | null =>
    it === null || clips(it) || it.localName === 'button' ? it : findClipper(it.parentElement);
  const ownTexts = (it: Element) =>
    [...it.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  function boxOf(node: Node): DOMRect {
    const range = document.createRange();
    range.selectNode(node);
    return range.getBoundingClientRect();
  }

  function measureText(it: HTMLElement): Measured['texts'] {
    if (it.localName === 'option') return [];
    const clipper = findClipper(it);
    const edge = clipper === null ? screen : toEdges(clipper.getBoundingClientRect());
    const lost = clipper !== null && !scrolls(clipper);
    return ownTexts(it).map((node) => ({ name: nameOf(it), box: toEdges(boxOf(node)), edge, lost }));
  }

  function findCover(it: HTMLElement, node: Node, block: ScrollLogicalPosition): Element | null {
    it.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = boxOf(node);
    const middle = top + height / 2;
    const edge = findClipper(it)?.getBoundingClientRect();
    // A text that is higher than what it scrolls in is read bit by bit.
    if (edge && (height > edge.height / 2 || middle < edge.top || middle > edge.bottom)) return null;
    const cover = root?.elementFromPoint(left + width / 2, middle) ?? null;
    // Between two lines of a text is what they stand on; a name in a list has its whole row for a target.
    if (cover?.contains(it) || it.contains(cover) || cover?.closest('li')?.contains(it)) return null;
    // What the operator sees opens over the log, and closes again.
    return cover?.closest('.vp-context[open]') && it.closest('.vp-scroll') ? null : cover;
  }

  function findHidden(it: HTMLElement): Measured['hidden'] {
    const [node] = ownTexts(it);
    if (node === undefined || it.localName === 'option') return [];
    const places: ScrollLogicalPosition[] = ['center', 'start', 'end'];
    let cover: Element | null = null;
    for (const place of places) {
      cover = findCover(it, node, place);
      if (cover === null) return [];
    }
    return cover ? [{ name: nameOf(it), coveredBy: nameOf(cover) }] : [];
  }

  function measureTarget(it: HTMLElement): Measured['targets'][number] {
    const isMark = it instanceof HTMLInputElement && /radio|checkbox/.test(it.type);
    // A name in a list may have its whole row for a target.
    const isRow = getComputedStyle(it, '::after').position === 'absolute';
    const target = (isMark && it.closest('label')) || (isRow && it.closest('li')) || it;
    target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    // A link over several lines has a box for each; one that can be hit is enough.
    const boxes = [...target.getClientRects()];
    const isHit = ({ left, top, width, height }: DOMRect) =>
      root?.elementFromPoint(left + width / 2, top + height / 2) === target;
    const box = boxes.find(isHit) ?? boxes[0] ?? target.getBoundingClientRect();
    const inText = it.matches('p a');
    // Of a link in a text something may be over an edge (WCAG 2.4.11); a button is free from top to bottom.
    const cover = (inText ? [0.5] : [0.5, 0.1, 0.9])
      .map((part) => root?.elementFromPoint(box.left + box.width / 2, box.top + box.height * part))
      .find((spot) => spot && !target.contains(spot) && !spot.contains(target));
    return {
      name: nameOf(target),
      box: toEdges(box),
      inText,
      coveredBy: cover ? nameOf(cover) : null,
    };
  }

  const seen = all.filter((it) => !isForEars(it));
  const texts = seen.flatMap(measureText);
  const wide = seen.filter(
    (it) => clips(it) && it.scrollWidth > it.clientWidth + 1 && !/^(svg|select|input)$/.test(it.localName),
  );
  const places = all.map((it) => [it, it.scrollTop] as const);
  const targets = seen.filter((it) => it.matches(TARGETS)).map(measureTarget);
  const hidden = seen.flatMap(findHidden);
  for (const [it, top] of places) it.scrollTop = top;
  return { wide: wide.map(nameOf), texts, targets, hidden };
}
