/** Runs in the page: the name of what has the focus, in open shadow roots too. */
export function nameFocus(): string {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === null || at === document.body) return '';
  const ids = at.getAttribute('aria-labelledby');
  const root = at.getRootNode();
  const named = ids !== null && root instanceof ShadowRoot ? root.getElementById(ids)?.textContent : null;
  const legend = at.localName === 'fieldset' ? at.querySelector('legend')?.textContent : null;
  const fields = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement];
  const field = fields.map((kind) => (at instanceof kind ? at : null)).find((it) => it !== null);
  const label = field?.labels?.[0]?.textContent;
  return (at.getAttribute('aria-label') ?? named ?? label ?? legend ?? at.textContent ?? '').trim();
}
