// In which language a citizen reads: what a site answers, what the operator sees of it, and what is kept.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#protocol';
import { siteInfo } from '#protocol/schemas';
import { SITE_WORDS } from '../../../scripts/write-words.ts';
import { connectCitizen, connectOperator, SITE, startConversation } from '../../support/server/people.ts';
import { makeDataDir, startTestServer, type TestServer } from '../../support/server/test-server.ts';
import type { VisitorWire } from '../../support/server/wire.ts';

let at: TestServer;
let dataDir: string;

beforeEach(async () => {
  dataDir = makeDataDir();
  at = await startTestServer({ dataDir });
});
afterEach(async () => {
  await at.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const askSite = (language: string) =>
  fetch(`${at.url}/v1/sites/${SITE}?language=${encodeURIComponent(language)}`);

async function readWords(language: string) {
  return siteInfo.parse(await (await askSite(language)).json()).words;
}

const welcomeOf = ({ heard }: VisitorWire) => heard.find(({ type }) => type === 'welcome');

describe('what a site tells', () => {
  it.each(LANGUAGES)('[G1] brings the words of button and offer in %s', async (language) => {
    const answer = await askSite(language);
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(siteInfo.parse(await answer.json()).words).toEqual(SITE_WORDS[language]);
  });

  it.each([
    ['', 'nl'],
    ['fr', 'nl'],
    ['fr,en', 'en'],
    [',tr-TR', 'tr'],
    ['tr,nl', 'tr'],
    ['AR-sy', 'ar'],
    ['english', 'nl'],
    ['__proto__', 'nl'],
    [',,,', 'nl'],
  ] as const)('[G1] takes the first that it knows: "%s" is %s', async (asked, language) => {
    expect((await readWords(asked))?.element.lang).toBe(language);
  });

  it('[G1] says je where the site says je, in Dutch only', async () => {
    await at.stop();
    const database = new DatabaseSync(join(dataDir, 'vangnet.db'));
    database.exec("UPDATE site SET dutch_form = 'je'");
    database.close();
    at = await startTestServer({ dataDir });
    expect(await readWords('nl')).toEqual(SITE_WORDS['nl-je']);
    expect(await readWords('en')).toEqual(SITE_WORDS.en);
    expect(siteInfo.parse(await (await askSite('nl')).json()).dutchForm).toBe('je');
  });
});

describe('a citizen who chooses another language', () => {
  it('[G2] [G3] is known by it at once to the operator and to the next page, also after a restart', async () => {
    const { wire: anna } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    expect(welcomeOf(tab)).toMatchObject({ language: 'nl' });
    tab.say({ type: 'language', language: 'tr' });
    await anna.hear('summary', ({ summary }) => summary.language === 'tr');
    tab.say({ type: 'language', language: 'ar' });
    await anna.hear('summary', ({ summary }) => summary.language === 'ar');

    const second = await connectCitizen(at, citizen);
    expect(welcomeOf(second)).toMatchObject({ language: 'ar' });

    await at.stop();
    at = await startTestServer({ dataDir });
    const later = await connectCitizen(at, citizen);
    expect(welcomeOf(later)).toMatchObject({ language: 'ar' });
  });
});
