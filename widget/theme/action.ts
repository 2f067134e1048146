// The host page's own button colours, read from its design tokens at run time; our own where a theme has none that can be read well.
import { contrast } from './contrast.ts';

/** Families in read order (Dutch government themes). Ground and text always come from one family. */
const FAMILIES = ['nl-button-primary', 'utrecht-button-primary-action', 'ams-button-primary'];
/** WCAG 1.4.3 */
const TEXT_CONTRAST = 4.5;

export function wearButton({ style }: HTMLElement, button: Element): void {
  const wear = (ground: string, text: string) => {
    style.setProperty('--vn-action-bg', ground);
    style.setProperty('--vn-action-fg', text);
    const { color, backgroundColor } = getComputedStyle(button);
    return contrast(color, backgroundColor) >= TEXT_CONTRAST;
  };
  if (!FAMILIES.some((name) => wear(`var(--${name}-background-color)`, `var(--${name}-color)`)))
    wear('#154273', '#fff');
}
