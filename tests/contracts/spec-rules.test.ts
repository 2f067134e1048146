// The protocol's rules and the tests that prove them: a rule without a test is a promise that nobody keeps.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TESTS = join(import.meta.dirname, '..');
const SPEC = join(TESTS, '..', 'protocol', 'SPEC.md');

const spec = readFileSync(SPEC, 'utf8');

/** Every bullet that begins with a bold id, however it is indented or marked. */
const rules = [...spec.matchAll(/^\s*[-*] \*\*([A-Z]\d+)\*\*/gm)].flatMap(([, rule]) => rule ?? []);
/** Ids that the page mentions anywhere: a rule written in another form would be missed above, and is found here. */
const mentioned = new Set([...spec.matchAll(/\b([A-Z]\d{1,2})\b/g)].flatMap(([, rule]) => rule ?? []));
/** The sections by their letter: `## H · Hello`. */
const sections = [...spec.matchAll(/^## ([A-Z]) · /gm)].flatMap(([, letter]) => letter ?? []);

/** The names of the tests only: an id in a comment or in a fixture proves nothing. */
function readNames(text: string): string[] {
  const names = /\b(?:describe|it|test)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g;
  return [...text.matchAll(names)].flatMap(([, , name]) => name ?? []);
}

const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(\.test\.tsx?|-contract\.ts)$/.test(name),
);
const names = files.flatMap((name) => readNames(readFileSync(join(TESTS, name), 'utf8'))).join('\n');

describe('the rules', () => {
  it('are found, in every section', () => {
    expect(rules.length).toBeGreaterThan(50);
    expect(new Set(rules).size, 'an id is used once').toBe(rules.length);
    for (const letter of sections) {
      expect(
        rules.some((rule) => rule.startsWith(letter)),
        `section ${letter}`,
      ).toBe(true);
    }
    const unknown = [...mentioned].filter(
      (rule) => sections.includes(rule.charAt(0)) && !rules.includes(rule),
    );
    expect(unknown, 'mentioned, and no rule').toEqual([]);
  });

  it.each(rules)('%s is in the name of a test', (rule) => {
    expect(names).toContain(`[${rule}]`);
  });
});

describe('the names of tests', () => {
  it('are read from describe and it, whatever stands around them', () => {
    const text = [
      "describe('[Z1] one', () => {",
      "  it('[Z2] two', () => {});",
      "  it.each([1, 2])('[Z3] %s', () => {});",
      '  it.skipIf(slow)(`[Z4] four`, () => {});',
      "  // it was [Z5] once: 'no'",
      "  const rule = '[Z6]';",
    ].join('\n');
    expect(readNames(text)).toEqual(['[Z1] one', '[Z2] two', '[Z3] %s', '[Z4] four']);
  });
});
