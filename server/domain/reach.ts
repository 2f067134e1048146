// Can a citizen reach a person now? The honest answer behind the chat button.
import type { SiteInfo } from '#protocol';
import { countFreeSlots, type DeskLoad } from './capacity.ts';
import { findNextOpening, type WeeklyHours } from './opening-hours.ts';

export function judgeReach(desk: DeskLoad, hours: WeeklyHours, now: number): SiteInfo['reach'] {
  if (countFreeSlots(desk) > 0) return { state: 'available', opensAt: null };
  if (desk.operators.some((load) => load.ready)) return { state: 'busy', opensAt: null };
  return { state: 'away', opensAt: findNextOpening(hours, now) };
}
