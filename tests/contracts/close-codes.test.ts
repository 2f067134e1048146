// Who sends which close code: the page of the protocol and the sources of the server say the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol';

const ROOT = join(import.meta.dirname, '..', '..');
const SERVER = join(ROOT, 'server');

const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(SERVER, name), 'utf8'))
  .join('\n');
const table = readFileSync(join(ROOT, 'protocol', 'SPEC.md'), 'utf8')
  .split('\n')
  .filter((row) => /^\| \d{4}/.test(row))
  .map((row) => row.split('|').map((cell) => cell.trim()));

/** The library of the sockets closes with them, by the limits that it was given (S1). */
const BY_LIBRARY: readonly string[] = ['policy'];

describe('[L] close codes', () => {
  it.each(Object.entries(CLOSE))('%s: SPEC.md says rightly whether the server sends it', (name, code) => {
    const [, , , sender = ''] = table.find(([, codes]) => codes?.includes(String(code))) ?? [];
    const isSent = sources.includes(`CLOSE.${name}`) || BY_LIBRARY.includes(name);
    // A plain close is for whoever ends a line without a reason to tell.
    if (sender !== 'either') expect(sender === 'server').toBe(isSent);
  });
});
