// One way to be helped in words: what it is called, what it opens, and what one should know before.
import type { Channel, ContactKind, SiteInfo } from '#protocol';
import { dialable } from '../foot/contact-links.tsx';
import type { Texts } from '../i18n/nl.ts';
import type { TimeWriter } from '../write-time.ts';
import type { WaysTexts } from './i18n/nl.ts';

type Opens =
  /** A form of our own, or the chat. */
  | { screen: ContactKind | null }
  | { href: string; newTab: boolean }
  /** Something to read only. */
  | null;

export interface Way {
  readonly title: string;
  readonly opens: Opens;
  /** Ours, in the citizen's language. */
  readonly now: string | null;
  /** The site's own words, in Dutch, line by line. */
  readonly site: readonly string[];
}

export interface Wording {
  readonly texts: Texts;
  readonly words: WaysTexts;
  readonly writer: TimeWriter;
  readonly now: number;
  readonly reach: SiteInfo['reach'];
}

type Phone = Extract<Channel, { kind: 'phone' }>;

const inLines = (words: string | null): string[] => words?.split('\n').filter((line) => line.trim()) ?? [];

/** What was true when the site was asked and is over now, is left unsaid. */
function sayPhone({ now: state }: Phone, { words, writer, now }: Wording): string | null {
  if (state?.is === 'open') return state.until > now ? words.phoneOpen(writer.time(state.until)) : null;
  if (!state || (state.opensAt !== null && state.opensAt <= now)) return null;
  if (state.opensAt === null) return words.phoneClosed;
  const day = writer.day(state.opensAt, now);
  return words.phoneOpens(`${day.charAt(0).toUpperCase()}${day.slice(1)}`, writer.time(state.opensAt));
}

const screen = (title: string, opens: ContactKind | null, now: string): Way => ({
  title,
  opens: { screen: opens },
  now,
  site: [],
});

const outside = (title: string, href: string, now: string): Way => ({
  title,
  opens: { href, newTab: true },
  now,
  site: [],
});

/** As the button that opens it says. */
export const nameForm = (kind: ContactKind, { texts, words }: Pick<Wording, 'texts' | 'words'>): string =>
  kind === 'call-back' ? texts.callBack : words.message.open;

export function describeWay(channel: Channel, wording: Wording): Way {
  const { texts, words, reach } = wording;
  switch (channel.kind) {
    case 'chat':
      return screen(words.chat, null, reach.state === 'busy' ? words.chatBusy : words.chatOpen);
    case 'call-back':
    case 'message':
      return screen(nameForm(channel.kind, wording), channel.kind, words[channel.kind].hint);
    case 'phone': {
      const opens = { href: `tel:${dialable(channel.number)}`, newTab: false };
      const now = sayPhone(channel, wording);
      return { title: texts.callUs(channel.number), opens, now, site: inLines(channel.hours) };
    }
    case 'counter': {
      const site = [...inLines(channel.address), ...inLines(channel.hours)];
      return { title: words.counter, opens: null, now: null, site };
    }
    case 'email': {
      const opens = { href: `mailto:${channel.address}`, newTab: false };
      return { title: words.mail(channel.address), opens, now: null, site: [] };
    }
    case 'whatsapp':
      return outside('WhatsApp', `https://wa.me/${channel.number.replace(/\D/g, '')}`, words.opensTab);
    case 'page':
      return outside(words.moreContact, channel.url, words.opensTab);
  }
}

/** Of a server that does not tell its channels yet. */
export function listChannels({ channels, contact }: SiteInfo): readonly Channel[] {
  if (channels !== undefined) return channels;
  const { phone, hours, url } = contact;
  return [
    { kind: 'call-back' },
    { kind: 'message' },
    ...(phone === null ? [] : [{ kind: 'phone', number: phone, hours, now: null } as const]),
    ...(url === null ? [] : [{ kind: 'page', url } as const]),
  ];
}
