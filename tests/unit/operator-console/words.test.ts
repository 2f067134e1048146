// What the console says: reasons with counts, times, names of conversations. Dutch, and complete for every name of the protocol.
import { describe, expect, it } from 'vitest';
import { REASON_CODES } from '#protocol';
import { sayPlace, sayStep, sayWords } from '../../../operator-console/i18n/say-conversation.ts';
import {
  type Reason,
  sayReason,
  sayWithCapital,
  type Tongue,
} from '../../../operator-console/i18n/say-reason.ts';
import { sayAgo, sayClock, sayDuration, sayTicking } from '../../../operator-console/i18n/say-time.ts';
import { aSummary, CONTEXT } from './a-desk.ts';

describe('reasons', () => {
  const field = { id: 'f1', label: 'Geboortedatum' };

  it('names the field and counts', () => {
    const say = (reason: Omit<Reason, 'weight'>, language?: Tongue) =>
      sayReason({ ...reason, weight: 1 }, field, language);
    expect(say({ code: 'repeated-error', field: 'f1', count: 3 })).toBe(
      '3× een foutmelding bij Geboortedatum',
    );
    expect(say({ code: 'repeated-error', field: 'f1', count: 3 }, 'en')).toBe(
      'error message 3× at Geboortedatum',
    );
    expect(say({ code: 'revisit', field: 'IBAN', count: 4 })).toBe('4× teruggegaan naar IBAN');
    expect(say({ code: 'failed-submit', count: 2 })).toBe('2× versturen of verdergaan mislukt');
    expect(say({ code: 'left-empty', field: 'f1', count: 1 })).toBe('een vraag leeg gelaten: Geboortedatum');
  });

  it.each([
    [
      2.43,
      '2,4× langer dan het eigen tempo bij Geboortedatum',
      '2.4× longer than their own pace at Geboortedatum',
    ],
    [
      12,
      '12× langer dan het eigen tempo bij Geboortedatum',
      '12× longer than their own pace at Geboortedatum',
    ],
    [0.8, 'lang bezig bij Geboortedatum', 'long at work at Geboortedatum'],
    [undefined, 'lang bezig bij Geboortedatum', 'long at work at Geboortedatum'],
  ])('compares with the own pace of this person: %s', (ratio, dutch, english) => {
    const reason: Reason = { code: 'dwell', field: 'f1', weight: 1, ratio };
    expect(sayReason(reason, field)).toBe(dutch);
    expect(sayReason(reason, field, 'en')).toBe(english);
  });

  it.each(['nl', 'en'] as const)(
    'says every reason in %s, with and without field, count and ratio',
    (language) => {
      for (const code of REASON_CODES) {
        const said = [undefined, 0, 1, 2, 5].flatMap((count) =>
          [undefined, 0.5, 1.5].flatMap((ratio) =>
            [undefined, 'Naam'].map((id) => {
              const reason: Reason = { code, field: id, count, ratio, weight: 1 };
              return sayReason(reason, null, language);
            }),
          ),
        );
        for (const sentence of said) {
          expect(sentence).toMatch(/^[a-z0-9][^{}]{8,}$/);
          expect(sentence).not.toMatch(/undefined|NaN|null|\b[01]×|\s{2}|\s$/);
        }
      }
    },
  );

  it('starts with a capital where it stands alone', () => {
    expect(sayWithCapital('een foutmelding')).toBe('Een foutmelding');
    expect(sayWithCapital('3× een foutmelding')).toBe('3× een foutmelding');
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
    expect(sayClock(Date.UTC(2026, 6, 1, 7, 5), noon)).toBe('1 juli 09.05 uur');
    const afterChange = Date.UTC(2026, 9, 25, 22, 30);
    expect(sayClock(Date.UTC(2026, 9, 24, 22, 30), afterChange)).toBe('00.30 uur');
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
