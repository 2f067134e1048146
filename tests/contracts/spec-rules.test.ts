// The protocol's rules and the tests that prove them: a rule without a test is a promise that nobody keeps.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TESTS = join(import.meta.dirname, '..');
const SPEC = join(TESTS, '..', 'protocol', 'SPEC.md');

const spec = readFileSync(SPEC, 'utf8');

const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].flatMap(([, rule]) => rule ?? []);

const tests = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(\.test\.tsx?|-contract\.ts)$/.test(name))
  .map((name) => readFileSync(join(TESTS, name), 'utf8'))
  .join('\n');

describe('the rules', () => {
  it('are found', () => expect(rules.length).toBeGreaterThan(40));

  it.each(rules)('%s is in the name of a test', (rule) => {
    expect(tests).toContain(`[${rule}]`);
  });
});
