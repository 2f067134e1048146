/** GOV.UK's own HTML, from the fixtures that govuk-frontend ships, with another question's words in it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const GOVUK_DIST = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk',
);

type FixtureFile = { fixtures: { name: string; html: string }[] };

const files = new Map<string, FixtureFile>();

/** Each replacement must be there to replace: when GOV.UK changes a fixture, we want to hear it. */
export function renderFixture(
  component: string,
  name: string,
  replacements: Record<string, string> = {},
): string {
  const file = files.get(component) ?? readFixtures(component);
  files.set(component, file);
  let html = file.fixtures.find((fixture) => fixture.name === name)?.html;
  if (html === undefined) throw new Error(`govuk-frontend has no fixture "${name}" of ${component}.`);
  for (const [from, to] of Object.entries(replacements)) {
    if (!html.includes(from))
      throw new Error(`Fixture "${name}" of ${component} does not contain "${from}".`);
    html = html.replaceAll(from, to);
  }
  return html;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function readFixtures(component: string): FixtureFile {
  return JSON.parse(readFileSync(join(GOVUK_DIST, `components/${component}/fixtures.json`), 'utf8'));
}
