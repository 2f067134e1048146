// When a good score must still wait (detection.md, section 3, "Gates"). Only what the detector itself can know.
import type { GateCode } from '#protocol';
import { type Page, TYPING } from './page.ts';

/** Seconds since the return from another tab or from sleep. */
const JUST_RETURNED = 6;
/** Active seconds: nobody is stuck before having read the page. */
const TOO_EARLY = 15;
/** Marks within so many seconds of the first look came with the page: the answer to an attempt. */
const WITH_THE_PAGE = 0.5;
/** An attempt is under way for this long at most (contract, section 5). */
const SENDING = 3;
/** Scrolling has stopped. */
const SCROLL_STOP = 1;

/** So many seconds on end the score must be high: one may be noise. */
const TICKS = 2;
/** Seconds to wait for a breakpoint before the offer comes anyway. */
const PATIENCE = 8;

/** The name of a gate that is closed. */
export type Gate = GateCode | false;

/** To be asked once a second; answers which gates are closed, whatever the score, each in its own place. */
export function createGates(page: Page): () => Gate[] {
  // A page that begins with a refusal is not new to who sees it: it was read before it was sent.
  let cameBack = false;
  return () => {
    const markedAfter = page.since('step') - page.since('invalid');
    cameBack ||= markedAfter >= 0 && markedAfter < WITH_THE_PAGE;
    return [
      page.since('input') < TYPING && 'typing',
      page.outOfView && 'hidden',
      page.since('visible') < JUST_RETURNED && 'just-returned',
      page.viewed < TOO_EARLY && !cameBack && 'too-early',
      (page.since('submitted') < page.since('step') || page.since('submit') < SENDING) && 'submitted',
    ];
  };
}

/** Left a field, saw an error, stopped scrolling: an offer there disturbs least (Iqbal & Bailey). */
export const isBreakpoint = (page: Page): boolean =>
  page.since('blur', 'scroll', 'invalid', 'submit-failed') <= page.since('input', 'choose') &&
  page.since('scroll') >= SCROLL_STOP;

/** The last two gates, which depend on the score: high for one second only, and no breakpoint yet. To be asked once a second. */
export function createPatience(
  threshold: number,
): (seconds: number, eta: number, isShut: boolean, atBreakpoint: boolean) => Gate[] {
  let ticks = 0;
  let ready = 0;
  return (seconds, eta, isShut, atBreakpoint) => {
    ticks = eta < threshold ? 0 : ticks + 1;
    const isSure = ticks >= TICKS;
    if (isShut || !isSure) ready = seconds;
    return [
      ticks === TICKS - 1 && 'one-tick',
      !isShut && isSure && seconds - ready < PATIENCE && !atBreakpoint && 'no-breakpoint',
    ];
  };
}
