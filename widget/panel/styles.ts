/// <reference types="vite/client" />
// The panel's looks as one style sheet that is adopted: no request, and nothing that a content security policy forbids.
import composer from './composer/composer.css?inline';
import contextCard from './context-card/context-card.css?inline';
import foot from './foot/foot.css?inline';
import header from './header/header.css?inline';
import log from './log/log.css?inline';
import panel from './panel.css?inline';
import stateLine from './state-line/state-line.css?inline';

/** `panel` first: the parts refine what it says. */
const PARTS = [panel, header, contextCard, log, stateLine, composer, foot];

export const PANEL_STYLE = PARTS.join('\n');

/** Gives what takes it off again. */
export function adopt(root: ShadowRoot, style: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
