// Finds a Chromium for the browser tests, or installs one; ends with a clear error, never with a silent skip.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

/** Draws no windows of its own: the same tests take half the time of a whole Chromium. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** What the tests use on a machine where it can be installed. */
const WANTED = [SHELL, '/usr/bin/chromium', '/usr/bin/firefox-esr', '/usr/bin/strace'];

const USUAL_PLACES = [
  SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function findPlaywrightChromium() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return undefined;
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .map((name) => join(cache, name, 'chrome-linux', 'chrome'))
    .find(existsSync);
}

function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  return USUAL_PLACES.find(existsSync) ?? findPlaywrightChromium();
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

const isDebianRoot = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

function installFromDebian() {
  console.log('Installing a Chromium for the browser tests from the packages of this machine …');
  const install = (...packages) =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  if (!run('apt-get', ['update', '-qq'])) return;
  // The shell keeps no page in the back/forward cache, so one test needs the whole browser; the order of system calls needs strace.
  // One story runs in a second engine.
  install('chromium', 'firefox-esr', 'fonts-liberation', 'strace');
  // Not every release has the shell; the whole Chromium does the same work, only slower.
  install('chromium-headless-shell');
}

export function findOrInstallChromium() {
  const named = process.env.CHROME_PATH ?? '';
  if (named === '' && !WANTED.every(existsSync) && isDebianRoot()) installFromDebian();
  if (findChromium() === undefined) {
    run(join(root, 'node_modules', '.bin', 'playwright-core'), ['install', 'chromium']);
  }
  const found = findChromium();
  if (found === undefined) {
    throw new Error(
      'No Chromium found and none could be installed. Install Chromium or Chrome and name it in CHROME_PATH.',
    );
  }
  return found;
}
