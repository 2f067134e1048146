/** Finds a Chromium to test with, or says what to do; a browser test is never skipped silently. */
import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright-core';

const USUAL_PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

type FindOptions = {
  env?: { CHROME_PATH?: string | undefined };
  isExecutable?: (path: string) => boolean;
  /** Where `playwright install chromium` would have put its own. */
  downloaded?: string;
};

export function findChromium(options: FindOptions = {}): string {
  const { env = process.env, isExecutable = canExecute, downloaded = chromium.executablePath() } = options;
  const asked = env.CHROME_PATH;
  if (asked) {
    if (isExecutable(asked)) return asked;
    throw new Error(`CHROME_PATH is ${asked}, but there is no program there that can be started.`);
  }
  const found = [...USUAL_PATHS, downloaded].find((path) => path !== '' && isExecutable(path));
  if (found) return found;
  throw new Error(
    'No Chromium or Chrome found. Install one (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium) ' +
      'or set CHROME_PATH to the program.',
  );
}

function canExecute(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
