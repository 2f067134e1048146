// The demo forms judge answers as a Dutch gemeente would.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkEmail,
  checkHouseNumber,
  checkIban,
  checkPhone,
  checkPostcode,
  parseAmount,
  parseDay,
} from '../../../demo-site/pages/field-checks.js';

describe('field checks', () => {
  it.each(['1234 AB', '1234ab', '9999 ZZ'])('takes postcode %s', (value) => {
    expect(checkPostcode(value)).toBeNull();
  });

  it.each(['0123 AB', '1234', '1234 SS', '1234  AB', 'AB 1234'])('refuses postcode %s', (value) => {
    expect(checkPostcode(value)).toContain('Deze postcode klopt niet');
  });

  it('takes a house number only without its letter', () => {
    expect(checkHouseNumber('12')).toBeNull();
    expect(checkHouseNumber('12a')).not.toBeNull();
    expect(checkHouseNumber('0')).not.toBeNull();
  });

  it.each(['06 12345678', '+31 6 12 34 56 78', '030-1234567'])('takes phone number %s', (value) => {
    expect(checkPhone(value)).toBeNull();
  });

  it('refuses a phone number with a digit missing', () => {
    expect(checkPhone('06 1234567')).not.toBeNull();
  });

  it('judges e-mail addresses by their shape', () => {
    expect(checkEmail('naam@voorbeeld.nl')).toBeNull();
    for (const wrong of ['naam', 'naam@voorbeeld', 'na am@voorbeeld.nl', '@voorbeeld.nl']) {
      expect(checkEmail(wrong)).not.toBeNull();
    }
  });

  it.each([
    ['349,95', 34_995],
    ['1.250,5', 125_050],
    ['€ 12', 1_200],
    ['1250', 125_000],
    ['0', 0],
  ])('reads the amount %s', (value, cents) => {
    expect(parseAmount(value)).toBe(cents);
  });

  it.each(['veel', '12.5', '1,250', '1.25,00', '-5', ''])('does not guess at the amount %s', (value) => {
    expect(parseAmount(value)).toBeNull();
  });
});

describe('checkIban', () => {
  it.each(['NL91 ABNA 0417 1643 00', 'nl91abna0417164300', 'DE89370400440532013000', 'BE68539007547034'])(
    'takes %s',
    (value) => {
      expect(checkIban(value)).toBeNull();
    },
  );

  it('says what is wrong: no IBAN, wrong length, wrong check digits', () => {
    expect(checkIban('0417164300')).toContain('Dit is geen IBAN');
    expect(checkIban('NL91ABNA041716430')).toContain('17 tekens');
    expect(checkIban('NL91ABNA0417164301')).toContain('klopt niet');
  });

  it('notices every single wrong digit in the account number', () => {
    const right = 'NL91ABNA0417164300';
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 17 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = (Number(right[at]) + shift) % 10;
        expect(checkIban(right.slice(0, at) + digit + right.slice(at + 1))).not.toBeNull();
      }),
    );
  });
});

describe('parseDay', () => {
  it('knows leap years', () => {
    expect(parseDay({ day: '29', month: '2', year: '2024' })).toBe('2024-02-29');
    expect(parseDay({ day: '29', month: '2', year: '2026' })).toBeNull();
    expect(parseDay({ day: '29', month: '2', year: '1900' })).toBeNull();
  });

  it('reads every real day back as it was', () => {
    const bounds = { min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(bounds), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        expect(parseDay({ day: String(Number(day)), month, year })).toBe(iso);
      }),
    );
  });

  it('refuses words and short years', () => {
    expect(parseDay({ day: '3', month: 'mei', year: '1980' })).toBeNull();
    expect(parseDay({ day: '3', month: '5', year: '80' })).toBeNull();
    expect(parseDay({ day: '0', month: '5', year: '1980' })).toBeNull();
    expect(parseDay({ day: '3', month: '13', year: '1980' })).toBeNull();
  });
});
