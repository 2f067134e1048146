/** What a screen reader says by itself: the changes of live regions that were there before the change. */
import type { Page } from 'playwright-core';

/** Call it as soon as the widget is on the page. */
export const startListening = (page: Page): Promise<void> => page.evaluate(listen);

/** Everything that was said since, in order. */
export const heard = (page: Page): Promise<string[]> => page.evaluate<string[]>('said');

/** Runs in the page. */
function listen(): void {
  const said: string[] = [];
  Object.assign(window, { said });
  const root = document.querySelector('vangnet-widget')?.shadowRoot;
  if (!root) throw new Error('The widget is not there.');
  function findRegion(changed: Node): Element | null {
    const at = changed instanceof Element ? changed : changed.parentElement;
    const region = at?.closest('[aria-live], [role=status], [role=log], [role=alert]') ?? null;
    return region?.getAttribute('aria-live') === 'off' ? null : region;
  }
  /** A log says what is added; a status says all of itself. */
  function listSpoken({ target, type, addedNodes }: MutationRecord): Node[] {
    const region = findRegion(target);
    if (!region?.matches('[role=log]')) return region ? [region] : [];
    const isQuiet = (node: Node) => node instanceof Element && node.getAttribute('aria-live') === 'off';
    return type === 'childList' ? [...addedNodes].filter((node) => !isQuiet(node)) : [];
  }
  new MutationObserver((changes) => {
    const spoken = changes
      .flatMap(listSpoken)
      .map((it) => it.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '');
    said.push(...new Set(spoken.filter(Boolean)));
  }).observe(root, { childList: true, characterData: true, subtree: true });
}
