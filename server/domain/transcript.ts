// The copy of a conversation, as plain text and as simple HTML. What both sides wrote, and nothing of what was noticed about the citizen.
import type { ConversationEvent, DutchForm, Language, SiteInfo } from '#protocol';
import { readWallTime } from './amsterdam-time.ts';
import { chooseTranscriptWords } from './transcript-words.ts';

type Words = ReturnType<typeof chooseTranscriptWords>;

export interface Transcript {
  language: Language;
  dutchForm: DutchForm;
  organisation: string;
  contact: SiteInfo['contact'];
  events: readonly ConversationEvent[];
  /** The oldest events are left out. */
  isCut: boolean;
}

export interface Letter {
  subject: string;
  text: string;
  html: string;
}

interface Said {
  at: number;
  /** Null: nobody said it, it happened. */
  who: string | null;
  text: string;
}

interface Day {
  name: string;
  said: Said[];
}

function tell(event: ConversationEvent, words: Words, organisation: string): Said | null {
  const { at } = event;
  if (event.kind === 'assigned') return { at, who: null, text: words.helps(event.operator) };
  if (event.kind === 'closed') return { at, who: null, text: words.ended };
  if (event.kind !== 'message') return null;
  return { at, who: event.from === 'visitor' ? words.you : (event.author ?? organisation), text: event.text };
}

function createDates(locale: string) {
  const timeZone = 'Europe/Amsterdam';
  const day = { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return { day: new Intl.DateTimeFormat(locale, day), time: new Intl.DateTimeFormat(locale, time) };
}

type Dates = ReturnType<typeof createDates>;

/** In the order of the log. A clock that was set back makes a day come twice; it never changes the order. */
function groupByDay(said: readonly Said[], dates: Dates): Day[] {
  const days: Day[] = [];
  let last: number | null = null;
  for (const one of said) {
    const { day } = readWallTime(one.at);
    if (day !== last) days.push({ name: dates.day.format(one.at), said: [] });
    last = day;
    days.at(-1)?.said.push(one);
  }
  return days;
}

/** Every line of a message stands in from the margin: nobody can write one that looks like the head of another message. */
const indent = (text: string): string => text.replace(/^/gm, '  ');

function sayInText({ at, who, text }: Said, { time }: Dates): string {
  return who === null ? `${time.format(at)} ${text}` : `${time.format(at)} ${who}:\n${indent(text)}`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const quote = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
const paragraph = (text: string): string => `<p>${text}</p>`;

function sayInHtml({ at, who, text }: Said, { time }: Dates): string {
  const when = quote(time.format(at));
  if (who === null) return paragraph(`${when} <em>${quote(text)}</em>`);
  const lines = quote(text).replaceAll('\n', '<br>');
  return paragraph(`${when} <strong>${quote(who)}</strong><br><span dir="auto">${lines}</span>`);
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//.test(url);
}

interface Surroundings {
  before: string[];
  reach: string;
  url: string | null;
}

function describe({ contact, isCut }: Transcript, words: Words): Surroundings {
  const { phone, hours, url } = contact;
  const question = phone === null ? words.question : `${words.question} ${words.call(phone, hours)}`;
  return {
    before: [words.asked, words.unofficial, ...(isCut ? [words.cut] : [])],
    reach: `${words.noReply} ${question}`,
    url: isWebAddress(url) ? url : null,
  };
}

/** Without colours: the reader's own, light or dark, have the contrast. */
const STYLE = 'font-family:sans-serif;font-size:1em;line-height:1.5;max-width:40em;overflow-wrap:anywhere';

export function writeTranscript(transcript: Transcript): Letter {
  const { language, dutchForm, organisation, events } = transcript;
  const words = chooseTranscriptWords(language, dutchForm);
  const dates = createDates(words.locale);
  const said = events.flatMap((event) => tell(event, words, organisation) ?? []);
  const days = groupByDay(said, dates);
  const subject = words.subject(organisation.replace(/\s+/g, ' ').trim());
  const { before, reach, url } = describe(transcript, words);
  const text = [
    ...before,
    ...days.flatMap(({ name, said }) => [`--- ${name} ---`, ...said.map((one) => sayInText(one, dates))]),
    '---',
    reach,
    ...(url === null ? [] : [`${words.look} ${url}`]),
    words.stranger,
  ];
  const html = [
    `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${quote(subject)}</title></head><body style="${STYLE}"><main>`,
    `<h1 style="font-size:1.4em">${quote(subject)}</h1>`,
    ...before.map((line) => paragraph(quote(line))),
    ...days.flatMap(({ name, said }) => [
      `<h2 style="font-size:1.2em">${quote(name)}</h2>`,
      ...said.map((one) => sayInHtml(one, dates)),
    ]),
    '<hr>',
    paragraph(quote(reach)),
    ...(url === null ? [] : [paragraph(`${words.look} <a href="${quote(url)}">${quote(url)}</a>`)]),
    paragraph(quote(words.stranger)),
    '</main></body></html>',
  ];
  return { subject, text: `${text.join('\n\n')}\n`, html: html.join('\n') };
}
