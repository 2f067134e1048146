/** What stands on the screen: times, links, items of the log, the one sentence about how things stand. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ConversationEvent, SiteInfo } from '#protocol';
import { LIMITS, REASON_CODES } from '#protocol';
import {
  type ConversationState,
  NO_CONVERSATION,
} from '../../../../widget/conversation/conversation-state.ts';
import { describeOpening } from '../../../../widget/panel/away/describe-opening.ts';
import { checkMessage } from '../../../../widget/panel/composer/check-message.ts';
import { words as english } from '../../../../widget/panel/i18n/en.ts';
import { nl } from '../../../../widget/panel/i18n/nl.ts';
import { nl as talkNl } from '../../../../widget/panel/log/i18n/nl.ts';
import { type LogItem, listItems } from '../../../../widget/panel/log/list-items.ts';
import { splitLinks } from '../../../../widget/panel/message/split-links.ts';
import { chooseStateLine } from '../../../../widget/panel/state-line/choose-state-line.ts';
import { createTimeWriter } from '../../../../widget/panel/write-time.ts';

const en = english.panel;

const writer = createTimeWriter(nl);
const words = { texts: { ...nl, ...talkNl }, writer };
const at = (iso: string): number => Date.parse(iso);
const NOW = at('2026-11-24T13:05:00Z');

describe('times', () => {
  it('are on the clock of the office', () => {
    expect(writer.time(at('2026-11-24T13:05:30Z'))).toBe('14.05 uur');
    expect(writer.time(at('2026-07-01T06:30:00Z'))).toBe('08.30 uur');
    expect(createTimeWriter(en).time(NOW)).toBe('14:05');
  });

  it('name the days around today', () => {
    expect(writer.day(at('2026-11-23T23:00:00Z'), NOW)).toBe('Vandaag');
    expect(writer.day(at('2026-11-23T22:59:00Z'), NOW)).toBe('Gisteren');
    expect(writer.day(at('2026-11-25T07:30:00Z'), NOW)).toBe('Morgen');
    expect(writer.day(at('2026-11-30T07:30:00Z'), NOW)).toBe('maandag 30 november');
  });

  it('are the same on every device, whatever its own clock says', () => {
    // The clocks of Madrid keep the same law; those of Tunis and Cairo agree with it for half a year.
    const zones = ['Europe/Amsterdam', 'Europe/Madrid', 'Africa/Tunis', 'Africa/Cairo', 'Asia/Tokyo', 'UTC'];
    const own = process.env['TZ'];
    onTestFinished(() => {
      if (own === undefined) delete process.env['TZ'];
      else process.env['TZ'] = own;
    });
    const around = [at('2026-01-01'), at('2026-03-29'), at('2026-10-25'), NOW];
    const hours = around.flatMap((from) =>
      Array.from({ length: 60 }, (_, hour) => from + (hour - 30) * 3_600_000),
    );
    const saidIn = (zone: string) => {
      process.env['TZ'] = zone;
      const { time, day, dayInside } = createTimeWriter(nl);
      return hours.map((hour) => [time(hour), day(hour, NOW), dayInside(hour, hour + 7_200_000)].join());
    };
    const [first, ...others] = zones.map(saidIn);
    for (const other of others) expect(other).toEqual(first);
    expect(new Date(NOW).getHours()).toBe(13);
    expect(first?.[30]).toBe('01.00 uur,donderdag 1 januari,vandaag');
  });

  it('say when someone is there again, and nothing when nobody knows', () => {
    const opens = (opensAt: number | null) => describeOpening({ state: 'away', opensAt }, nl, writer, NOW);
    expect(opens(at('2026-11-25T07:30:00Z'))).toBe('Morgen vanaf 08.30 uur is er weer een medewerker.');
    expect(opens(at('2026-11-30T07:30:00Z'))).toBe(
      'Maandag 30 november vanaf 08.30 uur is er weer een medewerker.',
    );
    expect(opens(null)).toBeNull();
    expect(opens(NOW - 1)).toBeNull();
  });
});

describe('links', () => {
  const hrefs = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

  it('lose no character, whatever the text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('https://a.nl/b', 'https://', ' ', '.', 'http://x.nl', '@'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const parts = splitLinks(text);
        for (const { href } of parts) if (href !== null) expect(new URL(href).protocol).toBe('https:');
        // A host is shown as the browser reads it; all other text is as it was written.
        if (parts.every((part) => part.href === null || text.includes(part.text)))
          expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });

  it('are made of https addresses only, without the point of the sentence', () => {
    expect(hrefs('Kijk op https://gemeente.nl/bijstand?a=1. Of (https://gemeente.nl/x)!')).toEqual([
      'https://gemeente.nl/bijstand?a=1',
      'https://gemeente.nl/x',
    ]);
    const others =
      'http://a.nl javascript:alert(1) ftp://a.nl www.a.nl data:text/html,x mailto:a@b.nl https://';
    expect(hrefs(others)).toEqual([]);
    expect(splitLinks(others)).toEqual([{ text: others, href: null }]);
  });

  it('show where they go', () => {
    expect(hrefs('https://gemeente.nl@elders.example/inloggen')).toEqual([]);
    expect(splitLinks('https://xn--gemente-dya.nl/')[0]?.text).toBe('https://xn--gemente-dya.nl/');
    expect(splitLinks('https://geméente.nl/a')[0]).toEqual({
      text: 'https://xn--gemente-dya.nl/a',
      href: 'https://xn--gemente-dya.nl/a',
    });
  });
});

const message = (
  seq: number,
  from: 'visitor' | 'operator',
  author: string | null = null,
): ConversationEvent => ({
  seq,
  at: NOW,
  kind: 'message',
  id: `id ${seq}`,
  from,
  author,
  text: `tekst ${seq}`,
});
const talk = (events: ConversationEvent[], more: Partial<ConversationState> = {}): ConversationState => ({
  ...NO_CONVERSATION,
  phase: 'active',
  operator: 'Anna',
  operatorHere: true,
  line: 'live',
  log: { epoch: 'e', lastSeq: events.length, events },
  ...more,
});

describe('the log', () => {
  const list = (state: ConversationState): readonly LogItem[] => listItems(state, words, NOW);

  it('groups by day and by author, and says what happened', () => {
    const items = list(
      talk([
        { seq: 1, at: NOW - 86_400_000, kind: 'opened', offered: true },
        { ...message(2, 'visitor'), at: NOW - 86_400_000 },
        { seq: 3, at: NOW, kind: 'assigned', operator: 'Anna' },
        message(4, 'operator', 'Anna'),
        message(5, 'operator', 'Anna'),
        { seq: 6, at: NOW, kind: 'unassigned', because: 'lease-lost' },
        message(7, 'operator', 'Anna'),
        { seq: 8, at: NOW, kind: 'closed', by: 'operator' },
      ]),
    );
    expect(
      items.map((item) => (item.kind === 'message' ? `${item.author}: ${item.text}` : item.text)),
    ).toEqual([
      'Gisteren',
      'null: tekst 2',
      'Vandaag',
      'Anna helpt u nu',
      'Anna: tekst 4',
      'null: tekst 5',
      talkNl.eventLost,
      'Anna: tekst 7',
      talkNl.eventClosedByOperator,
    ]);
  });

  it('[A6] says who is there now when someone else takes over, also when nobody let go in between', () => {
    const items = list(
      talk([
        { seq: 1, at: NOW, kind: 'opened', offered: true },
        { seq: 2, at: NOW, kind: 'assigned', operator: 'Anna' },
        message(3, 'operator', 'Anna'),
        { seq: 4, at: NOW, kind: 'assigned', operator: 'Chris' },
        { seq: 5, at: NOW, kind: 'unassigned', because: 'released' },
        { seq: 6, at: NOW, kind: 'assigned', operator: 'Bram' },
      ]),
    );
    expect(items.map(({ text }) => text)).toEqual([
      'Vandaag',
      'Anna helpt u nu',
      'tekst 3',
      'Chris neemt het gesprek over en helpt u verder. U hoeft uw vraag niet opnieuw te stellen.',
      talkNl.eventReleased,
      'Bram helpt u nu',
    ]);
  });

  it('says of own messages whether they arrived and were read', () => {
    const state = talk([message(1, 'visitor'), message(2, 'visitor')], {
      readSeq: 1,
      lateBefore: 5,
      outbox: {
        lastN: 0,
        entries: [
          { id: 'a', text: 'a', at: 5, n: 3, state: 'sent' },
          { id: 'b', text: 'b', at: 6, n: 0, state: 'queued' },
          { id: 'c', text: 'c', at: 1, n: 2, state: 'stored' },
          { id: 'd', text: 'd', at: 1, n: 0, state: 'failed', because: 'id-conflict' },
        ],
      },
    });
    const deliveries = list(state).flatMap((item) => (item.kind === 'message' ? [item.delivery] : []));
    expect(deliveries).toEqual(['read', 'sent', 'late', 'sending', 'sent', 'failed']);
  });

  it('keeps the key of a message when it comes back from the server: it is announced once', () => {
    const entry = { id: 'id 1', text: 'tekst 1', at: 0, n: 1, state: 'sent' } as const;
    const before = list(talk([], { outbox: { lastN: 0, entries: [entry] } }));
    const after = list(talk([message(1, 'visitor')]));
    expect(after.at(-1)?.key).toBe(before.at(-1)?.key);
  });
});

describe('the one sentence', () => {
  const sentence = (state: ConversationState, reach: SiteInfo['reach']['state'] = 'available') =>
    chooseStateLine(state, reach, nl, talkNl);
  const late = { lastN: 0, entries: [{ id: 'a', text: 'a', at: -1, n: 1, state: 'sent' } as const] };

  it.each([
    ['waiting', talk([], { phase: 'waiting' }), nl.waiting],
    ['resuming', talk([], { phase: 'starting', resumed: true }), nl.loading],
    ['operator away', talk([], { operatorHere: false }), 'Anna is even weg. Uw bericht komt wel aan.'],
    ['ending', talk([], { ending: true }), nl.ending],
    ['offline', talk([], { cut: true }), nl.offline],
    ['[T3] a server that cannot store', talk([], { storing: false }), talkNl.notStoring],
    ['offline before everything else', talk([], { cut: true, ending: true, outbox: late }), nl.offline],
    ['late', talk([], { outbox: late }), `${nl.late}.`],
    ['[M9] a message is nowhere any more', talk([], { lost: ['a'], storing: false }), nl.lost(1)],
    ['[M9] and the conversation is over', talk([], { lost: ['a', 'b'], phase: 'closed' }), nl.lost(2)],
    ['[M9] and there is no line', talk([], { lost: ['a'], cut: true }), nl.offline],
    ['refused', talk([], { obstacle: 'refused', cut: true }), talkNl.refused],
    ['elsewhere', talk([], { obstacle: 'elsewhere' }), talkNl.elsewhere],
  ])('when %s', (_, state, text) => {
    expect(sentence(state)?.text).toBe(text);
  });

  it('is not needed when someone helps, when nothing began, or when it is over', () => {
    expect(sentence(talk([]))).toBeNull();
    expect(sentence(NO_CONVERSATION)).toBeNull();
    expect(sentence(talk([], { phase: 'closed', cut: true }))).toBeNull();
  });

  it('is honest when everyone is occupied', () => {
    expect(sentence(NO_CONVERSATION, 'busy')?.text).toBe(nl.busy);
    expect(sentence(talk([], { phase: 'waiting' }), 'busy')?.text).toBe(nl.waitingBusy);
  });
});

describe('words', () => {
  it('refuse an empty and a too long message, and say how much', () => {
    expect(checkMessage('', nl)).toBe(nl.emptyMessage);
    expect(checkMessage('a'.repeat(LIMITS.messageChars), nl)).toBeNull();
    expect(checkMessage('a'.repeat(LIMITS.messageChars + 12), nl)).toContain('12 tekens korter');
  });

  it('[M9] say of what is lost what to do, in one and in more', () => {
    expect(nl.lost(1)).toBe(
      'Een bericht van u is niet verstuurd en staat hier niet meer. Schrijf het opnieuw als u nog antwoord wilt.',
    );
    expect(nl.lost(2)).toMatch(
      /^2 berichten van u zijn niet verstuurd en staan hier niet meer\. Schrijf ze opnieuw/,
    );
    expect(en.lost(1)).toMatch(/^A message of yours was not sent/);
    expect(en.lost(3)).toMatch(/^3 messages of yours were not sent/);
  });

  it.each([nl, en])('exist for every reason, whatever the count ($locale)', (texts) => {
    for (const code of REASON_CODES) {
      for (const count of [undefined, 0, 1, 2, 3]) {
        const sentence = texts.reasons[code](count);
        expect(sentence).toMatch(/^[A-Z].*[a-z]\.$/);
        expect(sentence).not.toMatch(/undefined|\b[01] |\s{2}/);
      }
    }
  });

  it('say what happened on the page, and blame nobody', () => {
    expect(nl.reasons['repeated-error'](3)).toBe('Er verscheen 3 keer een foutmelding bij dezelfde vraag.');
    expect(nl.reasons['repeated-error'](undefined)).toBe(
      'Er verscheen opnieuw een foutmelding bij dezelfde vraag.',
    );
    expect(en.reasons['repeated-error'](2)).toBe('There was an error message at the same question 2 times.');
    expect(nl.reasons['failed-submit'](1)).toBe('Versturen of verdergaan lukte niet.');
    for (const { reasons } of [nl, en])
      for (const code of REASON_CODES)
        expect(reasons[code](2)).not.toMatch(/\bfout(?!melding)|verkeerd|wrong|mistake|moet|must|niet goed/i);
  });
});
