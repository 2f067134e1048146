// Text from outside, made safe to store and to show.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanContext } from '../../../server/domain/clean-context.ts';
import { cleanMessage, cleanText } from '../../../server/domain/clean-text.ts';

describe('[S3] cleaning', () => {
  it.each([
    ['plain text and emoji', 'Hé 👍 één\ttwee\ndrie', 'Hé 👍 één\ttwee\ndrie'],
    ['control characters', 'a\u0000b\u0007c\u001bd\u0085e\u007f', 'abcde'],
    ['direction overrides', 'a\u202Eb\u2066c\u2069', 'abc'],
    ['half characters', 'a\ud800b\udc00', 'a\uFFFDb\uFFFD'],
    ['line ends of Windows', 'a\r\nb', 'a\nb'],
    ['Arabic and its own marks', 'مرحبا\u200F', 'مرحبا\u200F'],
  ])('%s', (_, text, clean) => expect(cleanText(text)).toBe(clean));

  it('never leaves a message empty', () => expect(cleanMessage('\u202E\u0000')).toBe('\uFFFD'));

  it('is done after one time, and what it gives survives UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(Buffer.from(clean, 'utf8').toString('utf8')).toBe(clean);
      }),
    );
  });

  it('gives the same for a text that it passes at a glance as for one that it takes apart', () => {
    const takenApart = '\u0000';
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(text + takenApart)).toBe(cleanText(text));
      }),
    );
  });

  it('cuts query and fragment from the page, and cleans every name', () => {
    const context = cleanContext({
      form: 'A\u0000',
      step: { name: 'B\u202E' },
      field: { id: 'c\u0007', label: 'D' },
      reasons: [{ code: 'dwell', field: 'e\u0000', weight: 1 }],
      page: 'https://x.example/a?bsn=123456782#naam',
    });
    expect(context).toEqual({
      form: 'A',
      step: { name: 'B' },
      field: { id: 'c', label: 'D' },
      reasons: [{ code: 'dwell', field: 'e', weight: 1 }],
      page: 'https://x.example/a',
    });
  });
});
