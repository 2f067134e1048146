// What the console says: reasons with counts, times, names of conversations. Dutch, and complete for every name of the protocol.
import { describe, expect, it } from 'vitest';
import { REASON_CODES } from '#protocol';
import { sayPlace, sayStep, sayWords } from '../../../operator-console/i18n/say-conversation.ts';
import { sayReason } from '../../../operator-console/i18n/say-reason.ts';
import { sayAgo, sayClock, sayDuration, sayTicking } from '../../../operator-console/i18n/say-time.ts';
import { aSummary, CONTEXT } from './a-desk.ts';

describe('reasons', () => {
  const field = { id: 'f1', label: 'Geboortedatum' };

  it('names the field and counts', () => {
    expect(sayReason({ code: 'repeated-error', field: 'f1', count: 3, weight: 1 }, field)).toBe(
      '3× een foutmelding bij Geboortedatum',
    );
    expect(sayReason({ code: 'dwell', field: 'f1', ratio: 2.43, weight: 1 }, field)).toBe(
      '2,4× langer bezig dan gewoonlijk bij Geboortedatum',
    );
    expect(sayReason({ code: 'revisit', field: 'IBAN', count: 4, weight: 1 }, field)).toBe(
      '4× teruggegaan naar IBAN',
    );
    expect(sayReason({ code: 'failed-submit', count: 2, weight: 1 }, null)).toBe('2× versturen mislukt');
  });

  it.each(REASON_CODES)('says %s with and without field, count and ratio', (code) => {
    const bare = sayReason({ code, weight: 1 }, null);
    const full = sayReason({ code, field: 'Naam', count: 2, ratio: 1.5, weight: 1 }, null);
    for (const sentence of [bare, full]) expect(sentence).toMatch(/^[a-z0-9][^{}]{8,}$/);
    expect(bare + full).not.toMatch(/undefined|NaN|0×|\s{2}/);
  });
});

describe('times', () => {
  const noon = Date.UTC(2026, 10, 24, 11, 0);
  const MINUTE = 60_000;

  it('says how long ago', () => {
    expect(sayAgo(noon - 59_000, noon)).toBe('zojuist');
    expect(sayAgo(noon - 3 * MINUTE, noon)).toBe('3 min');
    expect(sayAgo(noon - 90 * MINUTE, noon)).toBe('10.30 uur');
  });

  it('says the Dutch clock, also over midnight and over the change of summer time', () => {
    expect(sayClock(noon, noon)).toBe('12.00 uur');
    expect(sayClock(noon - 20 * 60 * MINUTE, noon)).toBe('gisteren 16.00 uur');
    expect(sayClock(Date.UTC(2026, 6, 1, 7, 5), noon)).toBe('1 juli 9.05 uur');
    const afterChange = Date.UTC(2026, 9, 25, 22, 30);
    expect(sayClock(Date.UTC(2026, 9, 24, 22, 30), afterChange)).toBe('0.30 uur');
    expect(sayClock(Date.UTC(2026, 9, 24, 21, 30), afterChange)).toBe('gisteren 23.30 uur');
  });

  it.each([
    [-5, '0:00', 'minder dan een minuut'],
    [7_900, '0:07', 'minder dan een minuut'],
    [61_000, '1:01', '1 minuut'],
    [750_000, '12:30', '12 minuten'],
    [3_900_000, '1 u 05', '1 uur en 5 minuten'],
    [7_200_000, '2 u 00', '2 uur'],
  ])('says a wait of %i ms as %s', (ms, ticking, spoken) => {
    expect(sayTicking(ms)).toBe(ticking);
    expect(sayDuration(ms)).toBe(spoken);
  });
});

describe('conversations', () => {
  it('is called after form and step', () => {
    expect(sayPlace(aSummary())).toBe('Bijzondere bijstand aanvragen, Inkomen (stap 3 van 5)');
    expect(sayPlace(aSummary({ context: null }))).toBe('Formulier onbekend');
    expect(sayStep(aSummary({ context: { ...CONTEXT, step: { name: 'Adres' } } }))).toBe('Adres');
    expect(sayStep(aSummary({ context: { ...CONTEXT, step: null } }))).toBe('');
  });

  it('shows the last words, else the strongest reason', () => {
    const at = 1;
    expect(sayWords(aSummary())).toBe('3× een foutmelding bij Netto-inkomen per maand');
    expect(sayWords(aSummary({ lastMessage: { from: 'visitor', text: 'Hallo?', at } }))).toBe('Hallo?');
    expect(sayWords(aSummary({ lastMessage: { from: 'operator', text: 'Dag', at } }))).toBe('U: Dag');
    expect(sayWords(aSummary({ context: null }))).toBe('Nog geen bericht.');
  });
});
