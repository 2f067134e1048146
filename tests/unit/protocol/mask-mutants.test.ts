// A masker with one thing broken must fail the figures: a green run proves nothing when the samples are blind.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MASKS, maskNumbers } from '#protocol';
import { listOthers } from './mask-other-samples.ts';
import { listSecrets } from './mask-samples.ts';

const PROTOCOL = join(import.meta.dirname, '..', '..', '..', 'protocol');

type Mask = typeof maskNumbers;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vangnet-mask-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The product's own source with one text changed, in a folder of its own. */
async function breakMasker(name: string, file: string, from: string, to: string): Promise<Mask> {
  const room = join(folder, name);
  for (const source of readdirSync(PROTOCOL).filter((one) => /^(mask-.*|names)\.ts$/.test(one))) {
    cpSync(join(PROTOCOL, source), join(room, source));
  }
  const path = join(room, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not have: ${from}`);
  writeFileSync(path, text.replace(from, to));
  const broken: { maskNumbers: Mask } = await import(pathToFileURL(join(room, 'mask-numbers.ts')).href);
  return broken.maskNumbers;
}

const SECRETS = listSecrets(7, 2_000);
const OTHERS = listOthers(7, 10_000);
const BARE = OTHERS.filter(({ kind }) => kind === 'case of 9 digits, bare');

function holds(mask: Mask): boolean {
  const missed = SECRETS.filter(({ before, number, behind }) => {
    const { text } = mask(before + number + behind);
    return !Object.values(MASKS).some((word) => text === before + word + behind);
  });
  const wrong = OTHERS.filter(({ before, number, behind }) => {
    const text = before + number + behind;
    return mask(text).text !== text;
  });
  const bare = wrong.filter((one) => BARE.includes(one)).length;
  // Sharper than what is promised: of the bare numbers no more than pass the proof, of the others next to none.
  const isSharp = bare <= BARE.length / 4 && wrong.length - bare <= OTHERS.length * 0.001;
  return missed.length <= SECRETS.length * 0.005 && isSharp;
}

describe('[T5] the figures', () => {
  it('hold for the masker', () => expect(holds(maskNumbers)).toBe(true));

  it.each([
    ['no-proof', 'mask-bsn.ts', '% 11 === 0', '% 11 >= 0'],
    ['another-proof', 'mask-bsn.ts', '2, -1]', '2, 1]'],
    ['no-names', 'mask-bsn.ts', "if (label === 'other' ||", 'if ('],
    [
      'no-shapes',
      'mask-bsn.ts',
      'const isAttached = isGlued(tokens, from) || isEndOfCode(tokens, from);',
      'const isAttached = false;',
    ],
    ['no-amounts', 'mask-bsn.ts', 'isMoney(tokens, number) ||', ''],
    ['no-other-digits', 'mask-tokens.ts', '|[0-9\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19]+', '|[0-9]+'],
    ['no-spaces', 'mask-tokens.ts', "if (SPACE.test(seen)) return 'space';", ''],
    ['no-dots', 'mask-tokens.ts', "if (DOT.test(seen)) return 'dot';", ''],
    ['no-hidden-signs', 'mask-tokens.ts', "if (seen === '') return 'none';", ''],
    ['no-eight-digits', 'mask-bsn.ts', 'digits.length < 8 ||', 'digits.length < 9 ||'],
    ['another-mod', 'mask-iban.ts', '% 97;', '% 96;'],
    ['no-small-letters', 'mask-tokens.ts', '.toLowerCase()', ''],
  ])('do not hold with %s', async (name, file, from, to) => {
    expect(holds(await breakMasker(name, file, from, to))).toBe(false);
  });
});
