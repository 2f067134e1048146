// `npm test`: everything, from a fresh clone. Checks, build, then all tests; the last line is the true sum of all of them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallChromium } from './chromium.mjs';
import { installWhenNeeded, root, runNode } from './install.mjs';

const TYPE_PROJECTS = ['.', 'server', 'widget', 'operator-console', 'demo-site', 'demo-site/pages', 'tests'];
const bin = (name) => join(root, 'node_modules', ...name);

installWhenNeeded();

let env;
try {
  env = { ...process.env, CHROME_PATH: findOrInstallChromium() };
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };

function check(name, ...runs) {
  const ok = runs.every((args) => runNode(args, env) === 0);
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
  total[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error('The test runner ended without a report: counted as one failure.');
    return {
      numPassedTests: 0,
      numFailedTests: 1,
      numPendingTests: 0,
      numTodoTests: 0,
      numFailedTestSuites: 0,
    };
  }
}

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'vangnet-test-'));
  const report = join(folder, 'report.json');
  const status = runNode(
    [
      bin(['vitest', 'vitest.mjs']),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env,
  );
  const counts = readCounts(report);
  rmSync(folder, { recursive: true, force: true });
  total.passed += counts.numPassedTests;
  total.skipped += counts.numPendingTests + counts.numTodoTests;
  // A file that breaks while loading has no tests to count: the runner's own verdict still counts.
  total.failed += counts.numFailedTests > 0 || status === 0 ? counts.numFailedTests : 1;
}

check('types', ...TYPE_PROJECTS.map((project) => [bin(['typescript', 'bin', 'tsc']), '-p', project]));
check('lint', [bin(['@biomejs', 'biome', 'bin', 'biome']), 'check', '.']);
check('nothing unused', [bin(['knip', 'bin', 'knip.js'])]);
if (check('build', ['scripts/build.ts'])) runTests();

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
