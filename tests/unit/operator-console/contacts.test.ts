// Call-back requests on the desk: their order, how urgent they are, what is said of them, and how the keyboard gets there.
import { describe, expect, it } from 'vitest';
import type { ContactSummary } from '#protocol';
import { contactsOf, judgePromise } from '../../../operator-console/desk-contacts.ts';
import { sayDeadline, sayMoment, sayPhone } from '../../../operator-console/i18n/say-contact.ts';
import { contactAddressOf, readContact, readConversation } from '../../../operator-console/place.ts';
import { readShortcut } from '../../../operator-console/shortcuts.ts';
import { BRAM, Desk } from './a-desk.ts';

const ID = '3f0c5b1e-6a55-4c52-9a0e-2f1d1c0a7b11';
const HOUR = 60 * 60_000;
const NOW = Date.parse('2026-12-01T14:00:00+01:00');

const aContact = (change: Partial<ContactSummary> = {}): ContactSummary => ({
  id: ID,
  kind: 'call-back',
  name: 'Fatima Yıldız',
  subject: 'Bijstand',
  form: null,
  language: 'nl',
  createdAt: 0,
  promisedBy: NOW,
  status: 'open',
  assignee: null,
  attempts: 0,
  version: 0,
  ...change,
});

describe('[K4] the list', () => {
  it('has the earliest promise first, and what colleagues are at behind it', () => {
    const desk = new Desk().connect();
    const requests = [
      aContact({ id: 'with-bram', promisedBy: 1, assignee: BRAM }),
      aContact({ id: 'later', promisedBy: 3 }),
      aContact({ id: 'first', promisedBy: 2 }),
    ];
    desk.hear({ type: 'contacts', requests, open: 7 });
    expect(contactsOf(desk.state).map(({ id }) => id)).toEqual(['first', 'later', 'with-bram']);
    expect(desk.state.contactsOpen).toBe(7);
  });

  it('takes what is newer, drops what is done, and is replaced by the next list', () => {
    const desk = new Desk().connect();
    desk.hear({ type: 'contact', request: aContact({ version: 2, attempts: 1 }), open: 1 });
    desk.hear({ type: 'contact', request: aContact({ version: 1 }), open: 1 });
    expect(contactsOf(desk.state)).toMatchObject([{ version: 2 }]);
    desk.hear({ type: 'contact', request: aContact({ version: 3, status: 'done' }), open: 0 });
    expect(contactsOf(desk.state)).toEqual([]);
    desk.hear({ type: 'contact', request: aContact(), open: 1 });
    desk.hear({ type: 'contacts', requests: [], open: 0 });
    expect(contactsOf(desk.state)).toEqual([]);
  });

  it('is reached with the same keys as the conversations', () => {
    const desk = new Desk().connect();
    desk.hear({ type: 'contacts', requests: [aContact()], open: 1 });
    const press = { key: 'ArrowDown', ctrl: true, inText: false, hotKey: true };
    expect(readShortcut(press, desk.state)).toEqual({ do: 'go-contact', contact: ID });
    expect(readContact(contactAddressOf(ID))).toBe(ID);
    expect(readConversation(contactAddressOf(ID))).toBeNull();
    expect(readContact('#terugbelverzoek/anders')).toBeNull();
  });
});

describe('[K4] a promise', () => {
  it('is calm, soon within the hour, and late from its moment on', () => {
    const norms = [NOW + 2 * HOUR, NOW + HOUR, NOW + 1, NOW].map((by) => judgePromise(by, NOW));
    expect(norms).toEqual(['calm', 'soon', 'soon', 'late']);
  });

  it.each([
    ['2026-12-01T17:00:00+01:00', 'vandaag voor 17.00 uur'],
    ['2026-12-02T12:00:00+01:00', 'morgen voor 12.00 uur'],
    ['2026-11-30T17:00:00+01:00', 'gisteren voor 17.00 uur'],
    ['2026-12-03T09:05:00+01:00', 'do 3 december voor 09.05 uur'],
    ['2026-11-27T17:00:00+01:00', 'vr 27 november voor 17.00 uur'],
  ])('%s is said as "%s"', (by, said) => {
    expect(sayDeadline(Date.parse(by), NOW)).toBe(said);
  });

  it('is said beside the wish', () => {
    expect(sayMoment({ date: '2026-12-02', part: 'morning' }, NOW)).toBe('morgen in de ochtend');
    expect(sayMoment({ date: '2026-12-03', part: 'any' }, NOW)).toBe(
      'do 3 december, maakt niet uit hoe laat',
    );
    expect(sayMoment({ date: null, part: 'afternoon' }, NOW)).toBe('zo snel mogelijk, in de middag');
    expect(sayMoment(null, NOW)).toBe('Maakt niet uit wanneer');
  });

  it('has a number as people here write it', () => {
    expect(sayPhone('+31612345678')).toBe('06 12 34 56 78');
    expect(sayPhone('+31201234567')).toBe('0201234567');
    expect(sayPhone('+32470123456')).toBe('+32470123456');
  });
});
