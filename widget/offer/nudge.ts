// The soft manner: once a visit the chat button draws attention, and then it is itself again. Nobody is held, nothing is asked.
import type { Floats } from './floats.ts';

/** ms: long enough to be seen by who looks up from a field, short enough not to become part of the page. */
const LASTS = 30_000;

/** A soft halo: a hard ring would look like focus. With forced colours, where shadows are gone, the outline shows. */
const STYLE = `
.nudge { outline: 3px dotted transparent; outline-offset: 3px; box-shadow: 0 0 0 2px var(--vn-surface), 0 0 0 8px color-mix(in srgb, var(--vn-action-bg) 35%, var(--vn-surface)), 0 4px 20px 8px #0003; }
@media (prefers-reduced-motion: no-preference) { .nudge { transition: box-shadow 0.15s; } }
`;

export interface NudgeOptions {
  floats: Floats;
  later(ms: number, run: () => void): void;
  listen(name: 'click', run: () => void, target: EventTarget): void;
  setButton(visible: boolean, label?: string): void;
  text(): string;
}

/** Gives what nudges, and says whether it could be seen. */
export function createNudge({ floats, later, listen, setButton, text }: NudgeOptions): () => boolean {
  const { root, button } = floats;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets.push(sheet);
  const isSeen = () => button.matches('.placed:not([hidden])');

  const stop = () => {
    if (!button.classList.contains('nudge')) return;
    button.classList.remove('nudge');
    setButton(!button.hidden);
  };

  listen('click', stop, button);
  return () => {
    // Whoever is at the button already needs no pointing at it, and what is in use does not grow.
    if (!isSeen() || root.activeElement) return false;
    button.classList.add('nudge');
    setButton(true, text());
    const seen = isSeen();
    if (seen) later(LASTS, stop);
    else stop();
    return seen;
  };
}
