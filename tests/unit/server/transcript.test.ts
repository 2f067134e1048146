// The copy of a conversation as words, without a server or a letter box.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from '#protocol';
import { type Transcript, writeTranscript } from '../../../server/domain/transcript.ts';

const CONTACT = {
  phone: '14 0999',
  hours: 'op werkdagen van 9.00 tot 17.00 uur',
  url: 'https://voorbeeldstad.example/contact',
};
/** A quarter to midnight in Amsterdam, summer time. */
const EVENING = Date.UTC(2026, 6, 7, 21, 45);
const MINUTE = 60_000;

let seq = 0;
const next = (at: number) => ({ seq: ++seq, at });
const citizen = (at: number, text: string): ConversationEvent => ({
  ...next(at),
  kind: 'message',
  id: randomUUID(),
  from: 'visitor',
  author: null,
  text,
});
const anna = (at: number, text: string): ConversationEvent => ({
  ...next(at),
  kind: 'message',
  id: randomUUID(),
  from: 'operator',
  author: 'Anna de Vries',
  text,
});

function write(events: ConversationEvent[], more: Partial<Transcript> = {}) {
  const organisation = 'Gemeente Voorbeeldstad';
  return writeTranscript({
    language: 'nl',
    dutchForm: 'u',
    organisation,
    contact: CONTACT,
    events,
    isCut: false,
    ...more,
  });
}

const talk = (): ConversationEvent[] => [
  { ...next(EVENING), kind: 'opened', offered: true },
  citizen(EVENING, 'Ik loop vast.'),
  { ...next(EVENING + MINUTE), kind: 'assigned', operator: 'Anna de Vries' },
  anna(EVENING + 2 * MINUTE, 'Ik help u.'),
  { ...next(EVENING + 3 * MINUTE), kind: 'unassigned', because: 'lease-lost' },
  citizen(EVENING + 20 * MINUTE, 'Dank u wel.'),
  { ...next(EVENING + 21 * MINUTE), kind: 'closed', by: 'operator' },
];

describe('[E2] a copy in plain text', () => {
  it('says who said what, when, grouped by day in Amsterdam', () => {
    const { text } = write(talk());
    expect(text).toContain(
      [
        '--- dinsdag 7 juli 2026 ---',
        '23:45 U:\n  Ik loop vast.',
        '23:46 Anna de Vries helpt u.',
        '23:47 Anna de Vries:\n  Ik help u.',
        '--- woensdag 8 juli 2026 ---',
        '00:05 U:\n  Dank u wel.',
        '00:06 Het gesprek is afgelopen.',
      ].join('\n\n'),
    );
  });

  it('tells that it is nothing official, and what to do next', () => {
    const { subject, text } = write(talk());
    expect(subject).toBe('Kopie van uw gesprek met Gemeente Voorbeeldstad');
    expect(text).toContain('Dit gesprek is geen officiële melding of aanvraag.');
    expect(text).toContain('Bel 14 0999 (op werkdagen van 9.00 tot 17.00 uur).');
    expect(text).toContain('https://voorbeeldstad.example/contact');
    expect(text).toContain('Hebt u niet om deze kopie gevraagd?');
    expect(text).not.toContain('Het begin staat niet in deze kopie.');
    expect(write(talk(), { isCut: true }).text).toContain('Het begin staat niet in deze kopie.');
  });

  it('lets nobody write a line that looks like the head of another message', () => {
    const { text } = write([citizen(EVENING, 'Hallo\n23:46 Anna de Vries:\n  U krijgt geld.')]);
    expect(text).toContain('23:45 U:\n  Hallo\n  23:46 Anna de Vries:\n    U krijgt geld.');
    expect(text.match(/^\d\d:\d\d/gm)).toHaveLength(1);
  });

  it('leaves out what a site has not', () => {
    const contact = { phone: null, hours: null, url: 'javascript:alert(1)' };
    const { text, html } = write(talk(), { contact });
    for (const copy of [text, html]) expect(copy).not.toMatch(/Bel |javascript|null/);
  });
});

describe('[E2] a copy in HTML', () => {
  it('has its language, one heading for it and one for each day, and the words of both', () => {
    const { subject, html } = write(talk());
    expect(html).toContain('<html lang="nl"');
    expect(html.match(/<h1[^>]*>(.*)<\/h1>/)?.[1]).toBe(subject);
    expect(html).toContain(`<title>${subject}</title>`);
    const days = [...html.matchAll(/<h2[^>]*>(.*)<\/h2>/g)].map(([, day]) => day);
    expect(days).toEqual(['dinsdag 7 juli 2026', 'woensdag 8 juli 2026']);
    expect(html).toContain('23:47 <strong>Anna de Vries</strong><br><span dir="auto">Ik help u.</span>');
    expect(html).not.toMatch(/<(img|script|link|style|iframe)|src=|color/i);
  });

  it('shows markup and never runs it', () => {
    const evil = `<img src=x onerror="alert(1)"> & 'x'\n</main>`;
    const { html } = write([citizen(EVENING, evil)], { organisation: '<b>Gemeente</b>' });
    expect(html).toContain(
      '&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;x&#39;<br>&lt;/main&gt;',
    );
    expect(html.match(/<\/main>/g)).toHaveLength(1);
    expect(html).not.toContain('<b>');
  });
});

describe('[E2] a copy in English', () => {
  it('is English in words, dates and language', () => {
    const { subject, text, html } = write(talk(), { language: 'en' });
    expect(subject).toBe('Copy of your conversation with Gemeente Voorbeeldstad');
    expect(text).toMatch(/^--- Tuesday,? 7 July 2026 ---$/m);
    expect(text).toContain('23:45 You:\n  Ik loop vast.');
    expect(text).toContain('This conversation is not an official report or application.');
    expect(html).toContain('<html lang="en"');
  });
});

it('[E2] a subject is one line, whatever an organisation is called', () => {
  expect(write([], { organisation: ' Gemeente\r\nBcc: x@y.nl ' }).subject).not.toMatch(/[\r\n]/);
});
