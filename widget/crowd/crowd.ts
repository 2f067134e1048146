// Only where the site measures: as the page goes, it tells once how its fields were filled in, as sums of all it saw.
import { createRelay } from '../offer/relay.ts';
import type { Door } from '../sensors/door.ts';
import type { Happened } from '../sensors/happening.ts';
import { readHeadings } from '../sensors/heading.ts';
import type { Page } from '../sensors/page.ts';
import { sumVisit } from './sum-visit.ts';

/** Of the loader. */
interface CrowdHost {
  widget: {
    readonly tag: { server: string; siteId: string };
    readonly door: Door;
    readonly memory: { past: readonly Happened[] };
  };
  page: Page;
}

export function startCrowd({ widget, page }: CrowdHost): void {
  const { door, memory, tag } = widget;
  const relay = createRelay(tag.server, tag.siteId);
  let form = '';
  let since = 0;

  const tell = () => {
    const until = performance.now();
    const sums = sumVisit(memory.past, { since, until });
    since = until;
    if (form && sums) relay.tell({ form, ...sums }).catch(() => {});
  };

  /** Read while the form is there: when the page goes, its heading may already be that of a thank-you. */
  const name = () => {
    if (!page.region) return;
    const step = memory.past.findLast((one) => one.type === 'fields');
    const announced = step?.type === 'fields' ? step.name : '';
    const now = readHeadings(page.roots, page.region, announced).form;
    if (form && now !== form) tell();
    form = now;
  };

  name();
  door.listen('focusin', name);
  door.listen('pagehide', tell, window);
}
