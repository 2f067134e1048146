// What a site tells of itself: whether anybody is there, and every other way to be helped (SPEC.md, section K). Behind the door of schemas.ts.
import { z } from 'zod';
import type { ChannelKind } from './channels.ts';
import { DUTCH_FORMS, INTRODUCTION_QUESTIONS, LANGUAGES } from './names.ts';

const time = z.number().min(0);

/** Whether somebody answers the phone now. `opensAt` null: nobody can say when. */
const phoneNow = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('open'), until: time }),
  z.strictObject({ is: z.literal('closed'), opensAt: time.nullable() }),
]);

/** `hours`, address and page are the site's own words, in Dutch. */
export const channel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chat') }),
  z.strictObject({ kind: z.literal('call-back') }),
  z.strictObject({ kind: z.literal('message') }),
  z.strictObject({
    kind: z.literal('phone'),
    number: z.string(),
    hours: z.string().nullable(),
    /** Null: its hours are not known. */
    now: phoneNow.nullable(),
  }),
  z.strictObject({ kind: z.literal('counter'), address: z.string(), hours: z.string().nullable() }),
  z.strictObject({ kind: z.literal('email'), address: z.string() }),
  /** The international way: "+31612345678". */
  z.strictObject({ kind: z.literal('whatsapp'), number: z.string() }),
  z.strictObject({ kind: z.literal('page'), url: z.url() }),
]);

/** The words that a page needs before anything is fetched: those of the button and of the offer. */
export const siteWords = z.strictObject({
  /** What our element in the page is called, and how it is written. */
  element: z.strictObject({ ariaLabel: z.string(), lang: z.enum(LANGUAGES), dir: z.enum(['ltr', 'rtl']) }),
  button: z.strictObject({ chat: z.string(), failed: z.string() }),
  offer: z.strictObject({
    title: z.string(),
    /** With `{place}`. */
    stuck: z.string(),
    /** With `{index}`. */
    step: z.string(),
    yes: z.string(),
    no: z.string(),
    close: z.string(),
    nudge: z.string(),
  }),
});

/**
 * GET /v1/sites/:site?form=…&language=…
 * `language`: those that would do, the best first, with commas; a tag as in HTML (`nl-BE`) is read as its language. With the name of a form it is about
 * that form's department.
 */
export const siteInfo = z.strictObject({
  site: z.string(),
  organisation: z.string(),
  mode: z.enum(['proactive', 'button', 'off']),
  /** `available`: a free operator now. `busy`: operators are there, all occupied. `away`: nobody is there. */
  reach: z.strictObject({ state: z.enum(['available', 'busy', 'away']), opensAt: time.nullable() }),
  /** Why nobody is there, as a Dutch sentence, when it is not just the hour. An older server does not tell (H4). */
  closedBecause: z.string().nullable().optional(),
  /** The same in the other languages in which it is known. */
  closedBecauseIn: z.partialRecord(z.enum(LANGUAGES), z.string()).optional(),
  contact: z.strictObject({
    phone: z.string().nullable(),
    hours: z.string().nullable(),
    url: z.url().nullable(),
  }),
  /** What holds now, in the site's order; each kind once at most. An older server does not tell (H4). */
  channels: z.array(channel).optional(),
  privacyUrl: z.url().nullable(),
  /** The site allows that pages tell sums of how its forms are filled in. */
  measures: z.boolean(),
  /** In the first language that was asked for and is known, else in Dutch (G1). Left out by a server whose widget was not built. */
  words: siteWords.optional(),
  /** Left out: `u`. */
  dutchForm: z.enum(DUTCH_FORMS).optional(),
  /** What may be told before the first word (N1). Left out: nothing. */
  asks: z.array(z.enum(INTRODUCTION_QUESTIONS)).optional(),
});

export type Channel = z.infer<typeof channel>;
export type SiteWords = z.infer<typeof siteWords>;
export type SiteInfo = z.infer<typeof siteInfo>;

/** The compiler's word that each kind has a shape, and no other does. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : never) : never;
true satisfies Same<Channel['kind'], ChannelKind>;
