// The page as it is now, read as seldom as can be: to name its form and step lays out the page, and each drawing of the panel asks.
import type { PageContext, Reason } from '#protocol';
import { describePage, nameStep } from './context.ts';
import { BEAT } from './offer/offer-run.ts';
import type { Page } from './sensors/page.ts';

/** In ms: what moves the citizen on on the screen is over by then. */
const PLACE_KEPT = 2 * BEAT;

type Place = Pick<PageContext, 'form' | 'step'>;

export interface Snapshot {
  /** Read now. */
  place(): Place;
  /** At most a beat old: reasons change no sooner. */
  context(): PageContext;
  /** Something else changed. */
  drop(): void;
}

export interface SnapshotOptions {
  page: Page;
  /** The page's own name for the step, and the field that had the focus last. */
  heard(): { announced: string; last: string | undefined };
  reasons(): readonly Reason[];
}

export function createSnapshot({ page, heard, reasons }: SnapshotOptions): Snapshot {
  let named: { fields: Page['fields']; announced: string; place: Place; until: number } | undefined;
  let kept: { context: PageContext; until: number } | undefined;

  const place = () => nameStep(page, heard().announced);

  const keepPlace = (now: number) => {
    const { fields } = page;
    const { announced } = heard();
    // Every look makes a new list. A step that fades out is gone without a change, so without a look.
    if (named?.fields !== fields || named.announced !== announced || now > named.until)
      named = { fields, announced, place: place(), until: now + PLACE_KEPT };
    return named.place;
  };

  return {
    place,
    context() {
      const now = performance.now();
      if (!kept || now > kept.until)
        kept = {
          context: describePage(page, { ...keepPlace(now), last: heard().last, reasons: reasons() }),
          until: now + BEAT,
        };
      return kept.context;
    },
    drop() {
      kept = undefined;
    },
  };
}
