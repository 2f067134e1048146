// A way to be helped in words: what it opens, and what is true now.
import { describe, expect, it } from 'vitest';
import type { Channel, SiteInfo } from '#protocol';
import { nl as texts } from '../../../../widget/panel/i18n/nl.ts';
import { describeWay, listChannels } from '../../../../widget/panel/ways/describe-way.ts';
import { nl as words } from '../../../../widget/panel/ways/i18n/nl.ts';
import { createTimeWriter } from '../../../../widget/panel/write-time.ts';

/** Tuesday 24 November 2026, 14.00 in Amsterdam. */
const NOW = Date.parse('2026-11-24T13:00:00Z');
const HOUR = 60 * 60_000;

const tell = (channel: Channel, state: SiteInfo['reach']['state'] = 'available') =>
  describeWay(channel, {
    texts,
    words,
    writer: createTimeWriter(texts),
    now: NOW,
    reach: { state, opensAt: null },
  });

type Phone = Extract<Channel, { kind: 'phone' }>;
const phone = (now: Phone['now']): Phone => ({ kind: 'phone', number: '14 0123', hours: null, now });

describe('[K8] the phone', () => {
  it.each([
    [{ is: 'open', until: NOW + 3 * HOUR }, 'Nu bereikbaar, tot 17.00 uur.'],
    [{ is: 'closed', opensAt: NOW + 19.5 * HOUR }, 'Nu niet bereikbaar. Morgen vanaf 09.30 uur wel.'],
    [{ is: 'closed', opensAt: null }, 'Nu niet bereikbaar.'],
    [null, null],
    // The panel has been open for a while: what was said is over.
    [{ is: 'open', until: NOW }, null],
    [{ is: 'closed', opensAt: NOW }, null],
  ] as const)('%j', (state, expected) => {
    expect(tell(phone(state)).now).toBe(expected);
  });

  it('can be dialled', () => {
    expect(tell({ ...phone(null), number: '088 - 123 45 67' }).opens).toEqual({
      href: 'tel:0881234567',
      newTab: false,
    });
  });
});

describe('[K7] a way', () => {
  it('that is a form or the chat opens here, what is elsewhere in a new tab, and says so', () => {
    expect(tell({ kind: 'call-back' }).opens).toEqual({ screen: 'call-back' });
    expect(tell({ kind: 'chat' }).opens).toEqual({ screen: null });
    expect(tell({ kind: 'whatsapp', number: '+31612345678' })).toMatchObject({
      opens: { href: 'https://wa.me/31612345678', newTab: true },
      now: 'Opent in een nieuw tabblad.',
    });
    expect(tell({ kind: 'email', address: 'info@a.example' }).opens).toMatchObject({ newTab: false });
  });

  it('tells honestly how long the chat takes', () => {
    expect(tell({ kind: 'chat' }, 'busy').now).toContain('langer duren');
  });

  it('that is a counter has its address line by line, and nothing to press', () => {
    const counter = { kind: 'counter', address: 'Stadhuis\n\nMarkt 1', hours: 'Op afspraak' } as const;
    expect(tell(counter)).toMatchObject({ opens: null, site: ['Stadhuis', 'Markt 1', 'Op afspraak'] });
  });

  it('[H4] of an older server is what that server tells', () => {
    const site: SiteInfo = {
      site: 'a',
      organisation: 'A',
      mode: 'button',
      reach: { state: 'away', opensAt: null },
      contact: { phone: '14 0123', hours: 'Altijd', url: null },
      privacyUrl: null,
      measures: false,
    };
    expect(listChannels(site).map(({ kind }) => kind)).toEqual(['call-back', 'message', 'phone']);
    expect(listChannels({ ...site, channels: [] })).toEqual([]);
  });
});
