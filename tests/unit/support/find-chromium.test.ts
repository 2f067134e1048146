/** Which browser the tests take, and what they say when there is none. */
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser/find-chromium.ts';

describe('findChromium', () => {
  const only = (path: string) => (candidate: string) => candidate === path;

  it('takes CHROME_PATH before anything else', () => {
    expect(findChromium({ env: { CHROME_PATH: '/opt/mine' }, isExecutable: () => true })).toBe('/opt/mine');
  });

  it('does not fall back silently when CHROME_PATH is wrong', () => {
    const find = () =>
      findChromium({ env: { CHROME_PATH: '/opt/gone' }, isExecutable: only('/usr/bin/chromium') });
    expect(find).toThrow('CHROME_PATH is /opt/gone');
  });

  it.each([
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ])('finds %s by itself', (path) => {
    expect(findChromium({ env: {}, isExecutable: only(path), downloaded: '' })).toBe(path);
  });

  it('takes the one that playwright downloaded when the system has none', () => {
    expect(findChromium({ env: {}, isExecutable: only('/cache/chrome'), downloaded: '/cache/chrome' })).toBe(
      '/cache/chrome',
    );
  });

  it('says what to install when there is none', () => {
    const find = () => findChromium({ env: {}, isExecutable: () => false, downloaded: '' });
    expect(find).toThrow(/apt-get install chromium.*CHROME_PATH/);
  });
});
