// The names that the build shortens: nobody else may know them, by themselves or as a text.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { SHORT_NAMES } from '../../../../widget/vite.short-names.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const names = Object.keys(SHORT_NAMES);

const withoutComments = (code: string) => code.replace(/\/\*.*?\*\/|\/\/.*?$/gms, '');

const readRoom = (room: string) =>
  readdirSync(`${root}${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('vite.'))
    .map((name) => withoutComments(readFileSync(`${root}${room}/${name}`, 'utf8')))
    .join('\n');

it('each has a short name of its own', () => {
  const short = Object.values(SHORT_NAMES);
  expect(new Set(short).size).toBe(names.length);
});

it('none is on the wire or in what window.vangnet tells', () => {
  const told = ['protocol/schemas.ts', 'protocol/observation.ts', 'widget/offer/report.ts'].map((file) =>
    withoutComments(readFileSync(`${root}${file}`, 'utf8')),
  );
  const [interfaceOfPage = ''] = /interface Vangnet \{.*?\n\}/s.exec(readRoom('widget')) ?? [];
  expect(interfaceOfPage).toContain('suppress');
  const keys = [...told, interfaceOfPage].join('\n');
  expect(names.filter((name) => new RegExp(`\\b${name}\\b\\??\\s*[:(,]`).test(keys))).toEqual([]);
});

it('none is a text, with which a property could be looked up', () => {
  // `Door['guard']` is a type, which is gone when it runs.
  const code = readRoom('widget').replace(/[A-Z]\w+\['\w+'\]/g, '');
  expect(names.filter((name) => new RegExp(`['"\`]${name}['"\`]`).test(code))).toEqual([]);
});
