// Reads what the tables tell of the other ways to be helped: of a site, and over it what a department has of its own.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { CHANNEL_KINDS } from '#protocol';
import type { ChannelSettings } from '../domain/channels.ts';
import type { Calendar } from '../domain/opening-hours.ts';
import { normalisePhone } from '../domain/phone-number.ts';
import { readWeek } from './opening-hours-rows.ts';
import type { Tables } from './schema.ts';
import { understandRow } from './understand-row.ts';

export type ChannelRow = Selectable<Tables['channel_setting']>;

const order = z.array(z.enum(CHANNEL_KINDS)).nullable();
const words = z.string().trim().min(1).max(500).nullable();
const dialled = z
  .string()
  .refine((number) => normalisePhone(number) !== null, 'a number that can be called')
  .transform(normalisePhone)
  .nullable();

const filled = z.object({
  phone: z.string().trim().min(2).max(40).nullable(),
  phone_text: words,
  counter_address: words,
  counter_text: words,
  email: z.email().max(254).nullable(),
  whatsapp: dialled,
  url: z.url({ protocol: /^https?$/ }).nullable(),
});

/** What a site has without a row. */
export const readSiteChannels = (site: Selectable<Tables['site']>): ChannelSettings => ({
  order: CHANNEL_KINDS,
  phone: site.phone,
  phoneText: site.hours_text,
  phoneHours: null,
  counterAddress: null,
  counterText: null,
  email: null,
  whatsapp: null,
  url: site.contact_url,
});

/** Another number has other hours, and another address too: what belongs together is taken together. */
function overlay(base: ChannelSettings, row: ChannelRow, calendar: Calendar): ChannelSettings {
  const own = filled.parse(row);
  const phone = own.phone === null ? base : { phone: own.phone, phoneText: null, phoneHours: null };
  const counter =
    own.counter_address === null ? base : { counterAddress: own.counter_address, counterText: null };
  const week = row.phone_hours === null ? null : readWeek(`channel_setting ${row.id}`, row.phone_hours);
  return {
    order: (row.channels === null ? null : order.parse(JSON.parse(row.channels))) ?? base.order,
    phone: phone.phone,
    phoneText: own.phone_text ?? phone.phoneText,
    phoneHours: week === null ? phone.phoneHours : { ...calendar, week },
    counterAddress: counter.counterAddress,
    counterText: own.counter_text ?? counter.counterText,
    email: own.email ?? base.email,
    whatsapp: own.whatsapp ?? base.whatsapp,
    url: own.url ?? base.url,
  };
}

/** Of two rows the later one goes over the other. The phone follows the days and closures of its calendar. */
export const readChannels = (
  base: ChannelSettings,
  rows: readonly ChannelRow[],
  calendar: Calendar,
): ChannelSettings =>
  rows.reduce(
    (settings, row) => understandRow(`channel_setting ${row.id}`, () => overlay(settings, row, calendar)),
    base,
  );
