/** Finds a Firefox for what runs in a second engine, or says what to do; such a test is never skipped silently. */
import { existsSync } from 'node:fs';

const USUAL_PATHS = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

export function findFirefox(): string {
  const asked = process.env['FIREFOX_PATH'];
  const found = (asked ? [asked] : USUAL_PATHS).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'No Firefox found. Install it (Debian: apt-get install firefox-esr) or name the program in FIREFOX_PATH.',
  );
}
