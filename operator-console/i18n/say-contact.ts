// How a call-back request is said: who asked, by when, on which moment, on which number.
import type { ContactMoment, ContactSummary } from '#protocol';
import { nl } from './nl.ts';

const ZONE = 'Europe/Amsterdam';
const DAY = 24 * 60 * 60_000;

const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
const day = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  timeZone: ZONE,
});
const dayKey = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: ZONE });

/** By the calendar: days around a change of the clock have 23 or 25 hours. */
function sayDay(date: string, now: number): string {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const today = Date.parse(`${dayKey.format(now)}T12:00:00Z`);
  const near = [nl.contacts.yesterday, nl.contacts.today, nl.contacts.tomorrow];
  return near[Math.round((noon - today) / DAY) + 1] ?? day.format(noon);
}

/** "vandaag voor 17.00 uur", "morgen voor 12.00 uur", "do 3 december voor 12.00 uur". */
export function sayDeadline(promisedBy: number, now: number): string {
  const time = `${clock.format(promisedBy).replace(':', '.')} uur`;
  return nl.contacts.before(sayDay(dayKey.format(promisedBy), now), time);
}

/** "morgen in de ochtend", "do 3 december, maakt niet uit wanneer". */
export function sayMoment(moment: ContactMoment | null, now: number): string {
  if (moment === null) return nl.contacts.noWish;
  const part = nl.contacts.part[moment.part];
  if (moment.date !== null) return `${sayDay(moment.date, now)}${part}`;
  return moment.part === 'any' ? nl.contacts.noWish : `${nl.contacts.firstDay}${part}`;
}

export const sayWho = ({ name }: Pick<ContactSummary, 'name'>): string => name ?? nl.contacts.noName;

/** As people here write it; what it may be abroad stays as it is. */
export function sayPhone(phone: string): string {
  const mobile = /^\+316(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(phone);
  if (mobile) return `06 ${mobile.slice(1).join(' ')}`;
  return phone.replace(/^\+31(?=\d{9}$)/, '0');
}
