// The ways to be helped: in the site's order, and each only while it holds.
import { describe, expect, it } from 'vitest';
import { CHANNEL_KINDS, type SiteInfo } from '#protocol';
import { type ChannelSettings, listChannels } from '../../../server/domain/channels.ts';
import { findClosingTime, type OpeningHours } from '../../../server/domain/opening-hours.ts';
import { NO_CHANNELS } from '../../support/server/no-channels.ts';

const OFFICE = [
  { from: 510, to: 720 },
  { from: 720, to: 1_020 },
];
const WEEK: OpeningHours = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []];
const at = (text: string): number => Date.parse(text);
const TUESDAY = at('2026-11-24T09:00:00Z');
const EVENING = at('2026-11-24T19:00:00Z');

const NOTHING: ChannelSettings = { ...NO_CHANNELS, order: CHANNEL_KINDS };
const ALL: ChannelSettings = {
  ...NOTHING,
  phone: '14 0123',
  phoneText: 'Op werkdagen',
  phoneHours: WEEK,
  counterAddress: 'Stadhuis\nMarkt 1',
  counterText: 'Alleen op afspraak',
  email: 'info@voorbeeldstad.example',
  whatsapp: '+31612345678',
  url: 'https://voorbeeldstad.example/contact',
};
const HERE: SiteInfo['reach'] = { state: 'available', opensAt: null };
const AWAY: SiteInfo['reach'] = { state: 'away', opensAt: null };

const kinds = (settings: ChannelSettings, reach = HERE) =>
  listChannels(settings, { reach, now: TUESDAY }).map(({ kind }) => kind);

describe('[K7] the ways to be helped', () => {
  it('stand in the order of the site, each once, and what it leaves out is not there', () => {
    expect(kinds({ ...ALL, order: ['phone', 'chat', 'phone', 'message'] })).toEqual([
      'phone',
      'chat',
      'message',
    ]);
    expect(kinds(ALL)).toEqual(CHANNEL_KINDS);
  });

  it('are only those that the site filled in', () => {
    expect(kinds(NOTHING)).toEqual(['chat', 'call-back', 'message']);
  });

  it('have the chat only while somebody is there', () => {
    expect(kinds(ALL, AWAY)).not.toContain('chat');
    expect(kinds(ALL, { state: 'busy', opensAt: null })).toContain('chat');
  });
});

describe('[K8] the phone', () => {
  const phone = (phoneHours: OpeningHours | null, now: number) =>
    listChannels({ ...ALL, order: ['phone'], phoneHours }, { reach: HERE, now });

  it.each([
    ['open until its end', WEEK, TUESDAY, { is: 'open', until: at('2026-11-24T16:00:00Z') }],
    ['closed until it opens', WEEK, EVENING, { is: 'closed', opensAt: at('2026-11-25T07:30:00Z') }],
    ['unknown without hours', null, TUESDAY, null],
    ['unknown with no hours at all', [[], [], [], [], [], [], []], TUESDAY, null],
  ] as const)('is %s', (_, hours, now, expected) => {
    expect(phone(hours, now)).toEqual([
      { kind: 'phone', number: '14 0123', hours: 'Op werkdagen', now: expected },
    ]);
  });

  it('ends at a closure, and goes on over midnight', () => {
    const closure = { from: at('2026-11-24T12:00:00Z'), to: at('2026-11-25T12:00:00Z'), reason: null };
    const calendar = { week: WEEK, days: new Map(), holidays: null, closures: [closure] };
    expect(findClosingTime(calendar, TUESDAY)).toBe(closure.from);
    const night = [{ from: 0, to: 1_440 }];
    const nights: OpeningHours = [night, night, OFFICE, [], [], [], []];
    expect(findClosingTime(nights, TUESDAY)).toBe(at('2026-11-24T23:00:00Z'));
    expect(findClosingTime([night, night, night, night, night, night, night], TUESDAY)).toBeNull();
  });
});
