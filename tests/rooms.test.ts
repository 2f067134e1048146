// The house is in order: who imports whom, what is pure, what is never read, how long a file is. Checked on the real tree.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findViolations } from './support/room-rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function readTree() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((path) => /\.(ts|tsx|js|mjs)$/.test(path) && existsSync(`${root}${path}`))
    .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }));
}

describe('the tree', () => {
  it('keeps every rule of the house', () => {
    const files = readTree();
    expect(files.length).toBeGreaterThan(10);
    expect(findViolations(files)).toEqual([]);
  });
});

describe('a planted violation is found', () => {
  const header = '// What it is for.\n';
  it.each([
    ['another room', 'widget/embed.ts', "import { x } from '../server/config.ts';"],
    ['a room in a test', 'server/config.ts', "import { x } from '../tests/support/x.ts';"],
    [
      'the demo site outside the composition root',
      'server/http/x.ts',
      "import { x } from '../../demo-site/site.ts';",
    ],
    ['zod in the widget', 'widget/panel/x.ts', "import { visitorFrame } from '#protocol/schemas';"],
    ['zod in the console', 'operator-console/x.ts', "const x = await import('#protocol/schemas');"],
    ['an unknown door', 'server/x.ts', "import { x } from '#protocol/secret';"],
    ['a dependency of the protocol', 'protocol/names.ts', "import { nanoid } from 'nanoid';"],
    ['the protocol knowing a room', 'protocol/names.ts', "export * from '../server/config.ts';"],
    ['sensors knowing the panel', 'widget/sensors/x.ts', "import { x } from '../panel/panel.tsx';"],
    ['panel knowing sensors', 'widget/panel/x.ts', "import type { x } from '../sensors/x.ts';"],
    ['domain knowing storage', 'server/domain/x.ts', "import { x } from '../storage/x.ts';"],
    ['an adapter knowing another', 'server/http/x.ts', "import { x } from '../realtime/x.ts';"],
    ['an adapter knowing the root', 'server/http/x.ts', "import { x } from '../main.ts';"],
    ['a folder without a place', 'server/magic/x.ts', "import { x } from '../domain/x.ts';"],
    ['Node in a pure file', 'server/domain/x.ts', "import { readFileSync } from 'node:fs';"],
    ['chance in a pure file', 'widget/detector/x.ts', 'export const x = Math.random();'],
    ['a clock in a pure file', 'operator-console/desk-state.ts', 'export const x = Date.now();'],
    [
      'a value in a sensor',
      'widget/sensors/x.ts',
      'export const x = (f: HTMLInputElement) => f.value.length;',
    ],
    ['a key in a sensor', 'widget/sensors/x.ts', 'export const x = (e: KeyboardEvent) => e.key;'],
    ['typed text in a sensor', 'widget/sensors/x.ts', 'export const x = (e: InputEvent) => e.data;'],
    ['selected text in a sensor', 'widget/sensors/x.ts', 'export const x = () => document.getSelection();'],
    [
      'a selection kept in a sensor',
      'widget/sensors/x.ts',
      'const { isCollapsed = true, anchorNode = null, ...text } = document.getSelection() ?? {};',
    ],
    ['markup from text', 'operator-console/ui/x.tsx', 'node.innerHTML = text;'],
    ['a grab-bag', 'server/utils.ts', ''],
    ['a barrel', 'server/domain/index.ts', ''],
    ['a name that is not kebab-case', 'server/domain/openHours.ts', ''],
    ['a file that knows everything', 'server/x.ts', 'const x = 1;\n'.repeat(300)],
  ])('%s', (_, path, text) => {
    expect(findViolations([{ path, text: `${header}${text}` }])).toHaveLength(1);
  });

  it('a file without a header line', () => {
    expect(findViolations([{ path: 'server/x.ts', text: 'export const x = 1;' }])).toHaveLength(1);
  });

  it('and nothing where nothing is wrong', () => {
    const text = `${header}import { z } from 'zod';\nimport { decide } from '../domain/x.ts';\nimport type { Reason } from '#protocol';`;
    expect(findViolations([{ path: 'server/application/x.ts', text }])).toEqual([]);
  });
});
