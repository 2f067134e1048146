// Can a citizen reach a person now? The honest answer behind the chat button.
import type { SiteInfo } from '#protocol';
import { countFreeSlots, type DeskLoad } from './capacity.ts';
import { findClosure } from './closures.ts';
import { findNextOpening, hasHours, isOpen, type OpeningHours, toCalendar } from './opening-hours.ts';

/** `available`: who is there outside the hours helps all the same. A closure holds for everyone. */
export type OutsideHours = 'closed' | 'available';

export interface Counter {
  hours: OpeningHours;
  outsideHours: OutsideHours;
}

/** May help be promised now? What was promised or begun before goes on: closing ends no conversation. */
export function isServing({ hours, outsideHours }: Counter, now: number): boolean {
  if (findClosure(toCalendar(hours).closures, now)) return false;
  return outsideHours === 'available' || !hasHours(hours) || isOpen(hours, now);
}

export function judgeReach(desk: DeskLoad, counter: Counter, now: number): SiteInfo['reach'] {
  const isReady = isServing(counter, now) && desk.operators.some((load) => load.ready);
  if (!isReady) return { state: 'away', opensAt: findNextOpening(counter.hours, now) };
  return { state: countFreeSlots(desk) > 0 ? 'available' : 'busy', opensAt: null };
}
