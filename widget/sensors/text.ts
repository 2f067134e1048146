// The page's own words, without what a citizen may have put among them.

/** Controls and what nobody reads: never part of a text that we take from the page. */
const SILENT =
  'input,select,textarea,button,option,script,style,template,[contenteditable],[role=textbox],[role=combobox],[role=listbox],[aria-hidden=true],[hidden]';
/** As long as a name may be on the wire (LIMITS.nameChars). */
const NAME_CHARS = 200;

function readText(node: Node): string {
  if (node instanceof Text) return node.textContent;
  const children = node instanceof HTMLSlotElement ? node.assignedNodes() : [...node.childNodes];
  return children
    .map((child) => (child instanceof Element && child.matches(SILENT) ? ' ' : readText(child)))
    .join(node instanceof Element && getComputedStyle(node).display.startsWith('inline') ? '' : ' ');
}

/** Long numbers and addresses may be someone's own, should a page repeat them in its headings. */
export const tidy = (text: string) =>
  text
    .replace(/\S+@\S+|\d{6,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, NAME_CHARS);

export const textOf = (element: Element | null | undefined) => (element ? tidy(readText(element)) : '');
