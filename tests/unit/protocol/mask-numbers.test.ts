// What is taken out of a citizen's words, and above all what is left alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMask, LIMITS, MASKS, maskNumbers } from '#protocol';
import { listOthers } from './mask-other-samples.ts';
import { listSecrets } from './mask-samples.ts';

const mask = (text: string): string => maskNumbers(text).text;
const { bsn, iban } = MASKS;

describe('[T5] a BSN', () => {
  it.each([
    ['alone', '123456782', bsn],
    ['named', 'Mijn BSN is 123456782.', `Mijn BSN is ${bsn}.`],
    ['with spaces', 'BSN: 123 456 782, klopt dat?', `BSN: ${bsn}, klopt dat?`],
    ['with dots', '1234.56.782', bsn],
    ['with hyphens of all kinds', '123-456-782 123‑456‑782 123–456–782', `${bsn} ${bsn} ${bsn}`],
    ['digit by digit', '1 2 3 4 5 6 7 8 2', bsn],
    ['with hard and thin spaces', '123\u00a0456\u00a0782 en 1234\u200956\u2009782', `${bsn} en ${bsn}`],
    ['with signs that nobody sees', '1234\u200b56\u200b782', bsn],
    ['full-width', 'ＢＳＮ １２３４５６７８２', `ＢＳＮ ${bsn}`],
    ['Arabic', '١٢٣٤٥٦٧٨٢', bsn],
    [
      'without its leading zero, when it is named',
      'burgerservicenummer 12345672',
      `burgerservicenummer ${bsn}`,
    ],
    ['beside a small number', 'bij stap 3 123 456 782 ingevuld', `bij stap 3 ${bsn} ingevuld`],
    ['beside a date', 'BSN 123 456 782 12-03-1980', `BSN ${bsn} 12-03-1980`],
    ['glued to its name', 'BSN123456782', `BSN${bsn}`],
    ['of two people with a slash', '123 456 782/111222333', `${bsn}/${bsn}`],
    ['of two people', 'bsn 123456782 en 111222333', `bsn ${bsn} en ${bsn}`],
    [
      'behind another number with a name',
      'zaaknummer 111222333, BSN 123456782',
      `zaaknummer 111222333, BSN ${bsn}`,
    ],
    [
      'named afterwards',
      'kenmerk weet ik niet. 123456782 is mijn bsn',
      `kenmerk weet ik niet. ${bsn} is mijn bsn`,
    ],
  ])('%s', (_, text, masked) => expect(mask(text)).toBe(masked));
});

describe('[T5] an IBAN', () => {
  it.each([
    ['with spaces', 'NL91 ABNA 0417 1643 00', iban],
    ['in small letters', 'op nl91abna0417164300 graag', `op ${iban} graag`],
    ['with dots', 'NL91.ABNA.0417.1643.00 en', `${iban} en`],
    ['with hyphens, Belgian', 'BE68-5390-0754-7034', iban],
    ['full-width', 'ＮＬ９１ＡＢＮＡ０４１７１６４３００', iban],
    ['in odd groups', 'NL 91 ABNA 0417164300', iban],
    ['British', 'GB29 NWBK 6016 1331 9268 19', iban],
    ['of letters for the most part', 'MT84 MALT 0110 0001 2345 MTLC AST0 01S', iban],
    ['of Kuwait and Norway', 'KW81CBKU0000000000001234560101 NO93 8601 1117 947', `${iban} ${iban}`],
    ['glued to its name', 'IBANNL91ABNA0417164300', `IBAN${iban}`],
    ['glued to what follows', 'NL91ABNA0417164300en', `${iban}en`],
  ])('%s', (_, text, masked) => expect(mask(text)).toBe(masked));

  it('tells what it took out, in the order of the text', () => {
    const { masked } = maskNumbers('NL91ABNA0417164300 van BSN 123456782');
    expect(masked).toEqual(['iban', 'bsn']);
  });
});

describe('[T5] left alone', () => {
  it.each([
    'Ik kom er niet uit',
    '123456789',
    '12345672',
    'KvK 12345672',
    '111111111',
    'Mijn zaaknummer is 123456782',
    'zaaknr. 123456782',
    'Zaaknummer:\n123456782',
    'zaak met nummer 123456782',
    'de zaaknummers zijn 123456782 en 111222333',
    '123456782 is mijn zaaknummer',
    'Z2026-123456782',
    'Z/26/123456782',
    '2026-123456782',
    '123456782/2026',
    'ZAAK-123456782',
    'ZK123456782',
    '123456782B01',
    '#123456782',
    '1234567820',
    '€ 123.456.782',
    'EUR 123456782',
    '123456782 euro',
    '123456782,50',
    '06-12345678',
    '06 12 34 56 78',
    '+31 6 12345678',
    '+31 (0)6 12345678',
    'bel mij op 612345678',
    '6 1234 5678',
    'in 2026 12345 aanvragen',
    '12-03-2024 om 10.30 uur, 1234 AB',
    'BSN 12-03-1980',
    'NL91ABNA0417164301',
    'NL91ABNA04171643000',
    'op 19-05-1971 om 15.36 uur kreeg ik uw brief',
  ])('%s', (text) => expect(maskNumbers(text)).toEqual({ text, masked: [] }));
});

describe('[T5] in running text', () => {
  it('masks 99.5 % of 10,000 BSNs and IBANs, whole and nothing beside them', () => {
    const missed = listSecrets(5, 10_000).filter(({ before, number, behind }) => {
      const masked = mask(before + number + behind);
      return masked !== before + bsn + behind && masked !== before + iban + behind;
    });
    expect(missed.length, JSON.stringify(missed.slice(0, 5))).toBeLessThanOrEqual(50);
  });

  it('masks at most 0.5 % of 50,000 other numbers, and none that has a name or a shape', () => {
    const wrong = listOthers(5, 50_000).filter(({ before, number, behind }) => {
      const text = before + number + behind;
      return mask(text) !== text;
    });
    expect(wrong.length).toBeLessThanOrEqual(250);
    const known = wrong.filter(({ kind }) => kind !== 'case of 9 digits, bare');
    expect(known.length, JSON.stringify(known.slice(0, 5))).toBeLessThanOrEqual(50);
  });
});

/** Text as dense with numbers, names and marks as it can be. */
const piece = fc.constantFrom(
  ...[
    '123456782',
    '111222333',
    '123 456 782',
    '12345672',
    '123456789',
    'NL91ABNA0417164300',
    'BE68 5390 0754 7034',
  ],
  ...[
    '1',
    '12',
    '2026',
    '3',
    '0',
    '00',
    '456',
    '782',
    '06',
    '+',
    'BSN',
    'bsn',
    'zaaknummer',
    'zaaknummers',
    'zaak',
  ],
  ...[
    'is',
    'en',
    'mijn',
    'niet',
    ' ',
    ' ',
    ' ',
    ' - ',
    '-',
    '.',
    '. ',
    ',',
    '/',
    '(',
    ')',
    ':',
    '\n',
    '€',
    'euro',
  ],
  ...['[BSN verborgen]', '[IBAN verborgen]', '[BSN…]', 'é', '👍', '\u200b', '１', 'x', 'Z'],
);
const dense = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('[T5] masking', () => {
  it('is done after one time', () => {
    fc.assert(
      fc.property(fc.oneof(dense, fc.string({ unit: 'binary' })), (text) => {
        const { text: once } = maskNumbers(text);
        expect(maskNumbers(once)).toEqual({ text: once, masked: [] });
      }),
      { numRuns: 3_000, seed: 5 },
    );
  });

  it('changes nothing but what it tells: around the masks every sign stays', () => {
    fc.assert(
      fc.property(dense, (text) => {
        const { text: once, masked } = maskNumbers(text);
        const marks = /\[(?:BSN|IBAN)(?: verborgen|…)\]/;
        const former = text.split(marks).length - 1;
        const parts = once.split(marks);
        expect(parts.length - 1).toBe(masked.length + former);
        let at = 0;
        for (const part of parts) {
          const found = text.indexOf(part, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + part.length;
        }
        expect(hasMask(once)).toBe(parts.length > 1);
      }),
      { numRuns: 2_000, seed: 5 },
    );
  });

  it('never makes a message longer than a message may be', () => {
    const text = '123456782 '.repeat(LIMITS.messageChars / 10);
    const { text: masked, masked: kinds } = maskNumbers(text);
    expect(kinds).toHaveLength(LIMITS.messageChars / 10);
    expect(masked.length).toBeLessThanOrEqual(LIMITS.messageChars);
    expect(maskNumbers(masked).masked).toEqual([]);
    expect(maskNumbers('bsn 12345672 '.repeat(300)).text.length).toBeLessThanOrEqual(LIMITS.messageChars);
  });
});

describe('[T5] the work', () => {
  const count = (text: string): number => {
    const meter = { steps: 0 };
    maskNumbers(text, meter);
    return meter.steps;
  };

  it.each(['Ik kom er niet uit. ', 'Sinds mei 2026 wonen wij hier met ons 3. '])(
    'is none for: %s',
    (text) => {
      expect(count(text.repeat(text.includes('2') ? 1 : 200))).toBe(0);
    },
  );

  it.each([
    ['digits', '1'],
    ['digits with spaces', '1 '],
    ['small groups', '12 3.4-'],
    ['BSNs', '123456782 '],
    ['BSNs with spaces', '123 456 782 '],
    ['a name and many digits', 'bsn 1 2 3 '],
    ['almost IBANs', 'nl91 abna 0417 1643 01 '],
    ['countries', 'nl12'],
    ['names', 'zaaknummer is mijn bsn 1 '],
    ['openings of a mask', '[BSN 1'],
    ['phones', '+31 6 06 0031 '],
    ['dates', '1-1-19 '],
    ['marks', '1........'],
    ['letters', 'a1'],
  ])('grows no faster than the text: %s', (_, unit) => {
    const once = count(unit.repeat(400));
    const tenfold = count(unit.repeat(4_000));
    expect(tenfold / once).toBeLessThan(10.5);
    expect(tenfold / (unit.length * 4_000)).toBeLessThan(150);
  });
});
