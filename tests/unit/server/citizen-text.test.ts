// What is stored of a citizen's words: the same for a browser that masked and for one that did not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS, MASKS, maskNumbers } from '#protocol';
import { storeCitizenText } from '../../../server/domain/citizen-text.ts';
import { cleanMessage } from '../../../server/domain/clean-text.ts';

const part = fc.constantFrom(
  ...[
    '123456782',
    '123 456 782',
    'NL91ABNA0417164300',
    '12345672',
    'bsn',
    'zaak',
    'nummer',
    '1',
    ' ',
    '-',
    '.',
    ', ',
  ],
  ...['\u0000', '\u202e', '\u0085', '\r\n', '\ud800', '\u200b', '€', '/', 'é'],
);
const dense = fc.array(part, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(''));

describe('[T5] a citizen’s text on the server', () => {
  it('has no BSN and no IBAN, and says that there was one', () => {
    expect(storeCitizenText('Mijn BSN is 123 456 782')).toBe(`Mijn BSN is ${MASKS.bsn}`);
    expect(storeCitizenText('nl91abna0417164300')).toBe(MASKS.iban);
  });

  it('is cleaned before it is read: nothing hides a number from us that the operator would read', () => {
    expect(storeCitizenText('1234\u000056\u0007782')).toBe(MASKS.bsn);
    expect(storeCitizenText('\u202e123456782\u202c')).toBe(MASKS.bsn);
  });

  it('[M2] is the same whether the browser masked it or not, and stays the same', () => {
    fc.assert(
      fc.property(dense, (text) => {
        const stored = storeCitizenText(text);
        expect(storeCitizenText(maskNumbers(text).text)).toBe(stored);
        expect(storeCitizenText(stored)).toBe(stored);
      }),
      { numRuns: 2_000, seed: 5 },
    );
  });

  it('[S3] fits when it fitted, and is only cleaned when there is no number in it', () => {
    const most = '123456782 '.repeat(LIMITS.messageChars / 10);
    expect(storeCitizenText(most).length).toBeLessThanOrEqual(LIMITS.messageChars);
    const plain = 'Ik kom er niet uit\u0000';
    expect(storeCitizenText(plain)).toBe(cleanMessage(plain));
  });
});
