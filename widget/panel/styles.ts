/// <reference types="vite/client" />
// The panel's looks as one style sheet that is adopted: no request, and nothing that a content security policy forbids.
import away from './away/away.css?inline';
import composer from './composer/composer.css?inline';
import contextCard from './context-card/context-card.css?inline';
import foot from './foot/foot.css?inline';
import header from './header/header.css?inline';
import leave from './leave/leave.css?inline';
import log from './log/log.css?inline';
import message from './message/message.css?inline';
import panel from './panel.css?inline';
import stateLine from './state-line/state-line.css?inline';

/** `panel` first: the parts refine what it says. */
const PARTS = [panel, header, contextCard, log, message, stateLine, composer, away, leave, foot];

export function createPanelSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PARTS.join('\n'));
  return sheet;
}
