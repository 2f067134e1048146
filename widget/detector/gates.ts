// When a good score must still wait (detection.md, section 3, "Gates"). Only what the detector itself can know. Their names: explain.ts.
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

/** To be asked once a second; answers which gates are closed, a low score included. */
export function createGates(page: Page, threshold: number): (eta: number) => boolean[] {
  let ticks = 0;
  let ready = 0;
  // A page that begins with a refusal is not new to who sees it: it was read before it was sent.
  let cameBack = false;
  return (eta) => {
    ticks = eta < threshold ? 0 : ticks + 1;
    const markedAfter = page.since('step') - page.since('invalid');
    cameBack ||= markedAfter >= 0 && markedAfter < WITH_THE_PAGE;
    const shut = [
      page.since('input') < TYPING,
      page.since('hidden') < page.since('visible'),
      page.since('visible') < JUST_RETURNED,
      page.viewed < TOO_EARLY && !cameBack,
      page.since('submitted') < page.since('step') || page.since('submit') < SENDING,
      ticks < TICKS,
    ];
    // Left a field, saw an error, stopped scrolling: an offer there disturbs least (Iqbal & Bailey).
    const isBreakpoint =
      page.since('blur', 'scroll', 'invalid', 'submit-failed') <= page.since('input', 'choose') &&
      page.since('scroll') >= SCROLL_STOP;
    if (shut.includes(true)) ready = page.clock;
    else shut.push(page.clock - ready < PATIENCE && !isBreakpoint);
    return shut;
  };
}
