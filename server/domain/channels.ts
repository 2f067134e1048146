// The ways to be helped that hold now, in the order that the site chose. A way that the site did not fill in is none.
import type { Channel, ChannelKind, SiteInfo } from '#protocol';
import { findClosingTime, findNextOpening, hasHours, isOpen, type OpeningHours } from './opening-hours.ts';

export interface ChannelSettings {
  /** What is not in it is not offered. */
  order: readonly ChannelKind[];
  phone: string | null;
  /** When it is answered, in words. */
  phoneText: string | null;
  /** Null: it is not known when. */
  phoneHours: OpeningHours | null;
  counterAddress: string | null;
  counterText: string | null;
  email: string | null;
  /** The international way. */
  whatsapp: string | null;
  /** A page with everything else. */
  url: string | null;
}

interface Moment {
  reach: SiteInfo['reach'];
  now: number;
}

type Show = (settings: ChannelSettings, moment: Moment) => Channel | null;

function judgePhone(hours: OpeningHours | null, now: number): Extract<Channel, { kind: 'phone' }>['now'] {
  if (hours === null || !hasHours(hours)) return null;
  if (!isOpen(hours, now)) return { is: 'closed', opensAt: findNextOpening(hours, now) };
  const until = findClosingTime(hours, now);
  return until === null ? null : { is: 'open', until };
}

const CHANNELS: Record<ChannelKind, Show> = {
  chat: (_, { reach }) => (reach.state === 'away' ? null : { kind: 'chat' }),
  'call-back': () => ({ kind: 'call-back' }),
  message: () => ({ kind: 'message' }),
  phone: ({ phone, phoneText, phoneHours }, { now }) =>
    phone === null
      ? null
      : { kind: 'phone', number: phone, hours: phoneText, now: judgePhone(phoneHours, now) },
  counter: ({ counterAddress, counterText }) =>
    counterAddress === null ? null : { kind: 'counter', address: counterAddress, hours: counterText },
  email: ({ email }) => (email === null ? null : { kind: 'email', address: email }),
  whatsapp: ({ whatsapp }) => (whatsapp === null ? null : { kind: 'whatsapp', number: whatsapp }),
  page: ({ url }) => (url === null ? null : { kind: 'page', url }),
};

export function listChannels(settings: ChannelSettings, moment: Moment): Channel[] {
  return [...new Set(settings.order)].flatMap((kind) => CHANNELS[kind](settings, moment) ?? []);
}
