// When a good score must still wait (detection.md, section 3, "Gates"). Only what the detector itself can know.
import type { GateCode } from '#protocol';
import { isHidden, isTyping, type Page, since } from './page.ts';

/** Seconds since the return from another tab or from sleep. */
const JUST_RETURNED = 6;
/** Active seconds: nobody is stuck before having read the page. */
const TOO_EARLY = 15;
/** An attempt is under way for this long at most (contract, section 5). */
const SENDING = 3;
/** Scrolling has stopped. */
const SCROLL_STOP = 1;

export function closedGates(page: Page): GateCode[] {
  const gates: GateCode[] = [];
  if (isTyping(page)) gates.push('typing');
  if (isHidden(page)) gates.push('hidden');
  if (since(page, 'visible') < JUST_RETURNED) gates.push('just-returned');
  if (page.active < TOO_EARLY) gates.push('too-early');
  if (since(page, 'submitted') < since(page, 'step') || since(page, 'submit') < SENDING)
    gates.push('submitted');
  return gates;
}

/** Left a field, saw an error, stopped scrolling: an offer here disturbs least (Iqbal & Bailey). */
export const isBreakpoint = (page: Page): boolean =>
  since(page, 'blur', 'invalid', 'submit-failed', 'scroll') <= since(page, 'input', 'choose') &&
  since(page, 'scroll') >= SCROLL_STOP;
