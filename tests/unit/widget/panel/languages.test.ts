/** Everything a citizen reads, in every language: nothing is left out, left open or left over. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, type SiteWords } from '#protocol';
import { SITE_WORDS } from '../../../../scripts/write-words.ts';
import { type AfterTexts, nl as afterNl } from '../../../../widget/panel/after/i18n/nl.ts';
import { nl } from '../../../../widget/panel/i18n/nl.ts';
import type { Said as Spoken } from '../../../../widget/panel/i18n/said.ts';
import {
  type IntroductionTexts,
  nl as introductionNl,
} from '../../../../widget/panel/introduction/i18n/nl.ts';
import { type TalkTexts, nl as talkNl } from '../../../../widget/panel/log/i18n/nl.ts';
import { type NoticeTexts, nl as noticesNl } from '../../../../widget/panel/notices/i18n/nl.ts';
import { type QueueTexts, nl as queueNl } from '../../../../widget/panel/queue/i18n/nl.ts';
import { fetchWords } from '../../../../widget/panel/tongues/tongues-code.ts';
import { type WaysTexts, nl as waysNl } from '../../../../widget/panel/ways/i18n/nl.ts';
import { createTimeWriter } from '../../../../widget/panel/write-time.ts';

interface Said {
  key: string;
  words: string;
}

const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 100];
const NAME = 'Anna de Vries';
/** Every text under a key, a function said once for each count, with a name where it asks for one. */
function list(value: unknown, key = ''): Said[] {
  if (typeof value === 'string') return [{ key, words: value }];
  if (typeof value === 'function')
    return COUNTS.map((count) => ({ key: `${key}(${count})`, words: String(say(value, key, count)) }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => list(inner, key === '' ? name : `${key}.${name}`));
}

/** What each function is given: a number where it counts, else words. */
function say(write: Parameters<typeof Reflect.apply>[0], key: string, count: number): unknown {
  const counts = /^(tooLong|lost|unread|contextStepOf|reasons\.|place|minutes|idle|wait)/i.test(key);
  return Reflect.apply(write, undefined, counts ? [count, 9] : [NAME, '14:05', 'jan@voorbeeld.nl']);
}

interface All {
  site: SiteWords;
  panel: Spoken['texts'];
  ways: WaysTexts;
  after: AfterTexts;
  notices: NoticeTexts;
  talk: TalkTexts;
  introduction: IntroductionTexts;
  queue: QueueTexts;
}

async function loadWords(language: Language, form: 'u' | 'je') {
  const said = await fetchWords(language, form);
  return { ...said, writer: createTimeWriter(said.texts) };
}

async function speak(name: Language | 'nl-je'): Promise<All> {
  const words = await loadWords(name === 'nl-je' ? 'nl' : name, name === 'nl-je' ? 'je' : 'u');
  return {
    site: SITE_WORDS[name],
    panel: words.texts,
    ways: words.sayWays(waysNl),
    after: words.sayAfter(afterNl),
    notices: words.sayNotices(noticesNl),
    talk: words.sayTalk(talkNl),
    introduction: words.sayIntroduction(introductionNl),
    queue: words.sayQueue(queueNl),
  };
}

const DUTCH: All = {
  site: SITE_WORDS.nl,
  panel: nl,
  ways: waysNl,
  after: afterNl,
  notices: noticesNl,
  talk: talkNl,
  introduction: introductionNl,
  queue: queueNl,
};

describe.each([...LANGUAGES, 'nl-je'] as const)('[G1] %s', (name) => {
  it('says everything, with what it is given, and leaves nothing open', async () => {
    const all = list(await speak(name));
    expect(all.map(({ key }) => key)).toEqual(list(DUTCH).map(({ key }) => key));
    for (const { key, words } of all) {
      expect(words.trim(), key).not.toBe('');
      expect(words, key).not.toMatch(/undefined|null|NaN|\[object|\s{2}|^\s/);
      const left = words.match(/\{\w+\}/g) ?? [];
      expect(left, key).toEqual(
        key === 'site.offer.stuck' ? ['{place}'] : key === 'site.offer.step' ? ['{index}'] : [],
      );
    }
  });

  it('names who helps, and where one can be reached', async () => {
    const { panel, ways, talk } = await speak(name);
    for (const write of [
      panel.helper,
      talk.operatorAway,
      panel.typing,
      talk.eventAssigned,
      talk.eventTakenOver,
    ])
      expect(write(NAME)).toContain(NAME);
    for (const kind of ['call-back', 'message'] as const) {
      const words = ways[kind].done('morgen', '14:05', 'jan@voorbeeld.nl');
      for (const part of ['morgen', '14:05', 'jan@voorbeeld.nl']) expect(words).toContain(part);
    }
    expect(ways.message.done('morgen', '14:05', '')).not.toMatch(/morgen|14:05/);
  });

  it('tells one answer from more', async () => {
    const { panel } = await speak(name);
    const said = [1, 2, 3, 5, 11].map((count) => panel.unread(count));
    for (const [index, words] of said.entries())
      if (name !== 'ar' || index > 1) expect(words).toContain(String([1, 2, 3, 5, 11][index]));
    if (name !== 'tr') expect(said[0]?.replace('1', '')).not.toBe(said[1]?.replace('2', ''));
  });

  it('writes days in its own words', async () => {
    const words = await loadWords(name === 'nl-je' ? 'nl' : name, 'u');
    const at = Date.parse('2026-11-30T13:05:00Z');
    const week = Array.from({ length: 7 }, (_, day) => words.writer.day(at + day * 86_400_000, 0));
    expect(new Set(week).size).toBe(7);
    for (const day of week) expect(day).toMatch(/\p{L}{3}/u);
    expect(words.writer.day(at, at)).toBe(words.texts.today);
    expect(words.writer.time(at)).toMatch(/14[.:]05/);
  });
});

describe('languages', () => {
  it.each(LANGUAGES.filter((name) => name !== 'nl'))('[G1] %s is not Dutch', async (name) => {
    const dutch = new Map(list(DUTCH).map(({ key, words }) => [key, words]));
    const same = list(await speak(name)).filter(
      ({ key, words }) => words === dutch.get(key) && !/locale|dayName|language|step|file/.test(key),
    );
    // A single word may be the same; a sentence may not.
    expect(same.filter(({ words }) => /\p{L}{4}.*\s/u.test(words))).toEqual([]);
  });

  it('[G1] the je-form says u to nobody', async () => {
    for (const { key, words } of list(await speak('nl-je'))) expect(words, key).not.toMatch(/\b[Uu]w?\b/);
  });

  it('[G1] every Frisian day and month has a Frisian name', async () => {
    const { writer } = await loadWords('fy', 'u');
    const year = Array.from({ length: 365 }, (_, day) =>
      writer.day(Date.parse('2026-01-01T12:00:00Z') + day * 86_400_000, 0),
    ).join(' ');
    expect(year).not.toMatch(/dag\b|ber\b(?<!imber)(?<!oktober)|januari|februari|juni|juli(?!j)|\bmei\b/);
    expect(writer.day(Date.parse('2026-11-30T12:00:00Z'), 0)).toBe('moandei 30 novimber');
  });

  it('[G1] where a language has more than two plurals, each is used', async () => {
    const uk = (await loadWords('uk', 'u')).texts;
    expect([1, 2, 5, 11, 21, 22].map((count) => uk.unread(count))).toEqual([
      '1 нова відповідь',
      '2 нові відповіді',
      '5 нових відповідей',
      '11 нових відповідей',
      '21 нова відповідь',
      '22 нові відповіді',
    ]);
    const ar = (await loadWords('ar', 'u')).texts;
    expect([1, 2, 3, 11, 100].map((count) => ar.unread(count))).toEqual([
      'رد جديد واحد',
      'ردان جديدان',
      '3 ردود جديدة',
      '11 ردًا جديدًا',
      '100 رد جديد',
    ]);
    expect(ar.reasons.revisit(2)).toContain('مرتين');
    const pl = (await loadWords('pl', 'u')).texts;
    expect(pl.reasons['repeated-error'](22)).toContain(' 22 razy');
  });

  it('[G1] a name between Arabic words keeps its own direction', async () => {
    const { texts } = await loadWords('ar', 'u');
    expect(texts.helper(NAME)).toContain(`\u2068${NAME}\u2069`);
    expect(texts.callUs('14 0123')).toContain('\u206814 0123\u2069');
  });

  it('[G1] in the middle of a sentence a day keeps the capital that its language gives it', async () => {
    const [de, tr] = [await loadWords('de', 'u'), await loadWords('tr', 'u')];
    const now = Date.parse('2026-11-24T13:05:00Z');
    const monday = Date.parse('2026-11-30T13:05:00Z');
    expect(de.writer.dayInside(monday, now)).toBe('Montag, 30. November');
    expect(de.writer.dayInside(now, now)).toBe('heute');
    expect(tr.writer.day(monday, now)).toBe('30 Kasım Pazartesi');
  });
});
