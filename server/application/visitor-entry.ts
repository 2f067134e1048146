// How a citizen comes in: what a site tells, asking for an offer, starting a conversation, and coming back with a token.

import type {
  ConversationStart,
  Introduction,
  Language,
  OfferAnswer,
  OfferChange,
  OfferRequest,
  SiteInfo,
} from '#protocol';
import { TIMINGS } from '#protocol';
import { listChannels } from '../domain/channels.ts';
import { cleanContext } from '../domain/clean-context.ts';
import { cleanText } from '../domain/clean-text.ts';
import { findFormSession } from '../domain/form-session.ts';
import type { OfferState } from '../domain/offer.ts';
import { explainClosing } from '../domain/opening-hours.ts';
import { isServing, judgeReach } from '../domain/reach.ts';
import { keepSafely } from './keep-safely.ts';
import type { ConversationRecord, Site } from './ports.ts';
import { hashSecret, type Relay } from './relay.ts';
import { findCounter } from './site-directory.ts';
import type { WordBook } from './word-book.ts';

/** A token outlives a working day, not more: after that a new conversation starts. */
const TOKEN_LIFE_MS = 24 * 60 * 60_000;

export interface SiteQuestion {
  /** With its name: about the counter of its department. */
  form: string | null;
  language: Language;
  /** Null while no widget was built. */
  words: WordBook | null;
}

export async function readSiteInfo(
  relay: Relay,
  site: Site,
  { form, language, words }: SiteQuestion,
): Promise<SiteInfo> {
  const { dutchForm = 'u' } = site;
  const now = relay.clock.now();
  const live = relay.presence.readLive(site.organisation);
  const desk = await relay.offers.readDeskLoad(site.organisation, live, now);
  const counter = findCounter(site, form);
  const { phone, phoneText: hours, url } = counter.channels;
  const reach = judgeReach(desk, counter, now);
  const reason = reach.state === 'away' ? explainClosing(counter.hours, now) : null;
  return {
    site: site.key,
    organisation: site.organisationName,
    mode: site.mode,
    reach,
    closedBecause: reason?.dutch ?? null,
    ...(reason ? { closedBecauseIn: reason.others } : {}),
    contact: { phone, hours, url },
    channels: listChannels(counter.channels, { reach, now }),
    privacyUrl: site.privacyUrl,
    measures: site.measures,
    dutchForm,
    ...(site.asks?.length && { asks: [...site.asks] }),
    ...(words && { words: words[language === 'nl' && dutchForm === 'je' ? 'nl-je' : language] }),
  };
}

const NOTHING_TOLD: Introduction = { name: '', subject: '' };

/** What the site asks of citizens, and what it tells of the form that the conversation is about (N2, Y1). */
export function describeSite(
  { asks, formSessions }: Site,
  { introduction, context }: ConversationRecord['state'],
) {
  const session = formSessions && findFormSession(formSessions, context?.form ?? null);
  return {
    ...(asks?.length && { introduction: introduction ?? NOTHING_TOLD }),
    ...(session && {
      formSession: { lasts: session.lastsMs, warns: session.warnsMs, origins: [...session.origins] },
    }),
  };
}

function toAnswer(offer: string, state: OfferState): OfferAnswer {
  const held = state === 'held' || state === 'shown';
  if (held) return { state: 'held', offer, renewMs: TIMINGS.offerRenew };
  return { state: 'withheld', reason: 'no-operator' };
}

export async function askOffer(relay: Relay, site: Site, request: OfferRequest): Promise<OfferAnswer> {
  const now = relay.clock.now();
  const form = cleanText(request.form);
  // To the citizen it is the same: nobody can be promised. What is on the screen already stays a promise.
  if (!isServing(findCounter(site, form), now)) return { state: 'withheld', reason: 'no-operator' };
  const id = relay.random.id();
  const asked = {
    organisation: site.organisation,
    site: site.id,
    id,
    form,
    step: request.step === null ? null : cleanText(request.step),
  };
  const live = relay.presence.readLive(site.organisation);
  return toAnswer(id, await relay.offers.hold(asked, live, now));
}

/** Null: no such offer on this site. */
export async function changeOffer(
  relay: Relay,
  site: Site,
  id: string,
  change: OfferChange['change'],
): Promise<OfferAnswer | null> {
  const asked = { organisation: site.organisation, site: site.id, id, change };
  const live = relay.presence.readLive(site.organisation);
  const state = await relay.offers.change(asked, live, relay.clock.now());
  return state === null ? null : toAnswer(id, state);
}

export async function startConversation(
  relay: Relay,
  site: Site,
  start: ConversationStart,
): Promise<{ conversation: string; created: boolean }> {
  const opening = {
    organisation: site.organisation,
    site: site.id,
    id: relay.random.id(),
    tokenHash: hashSecret(start.token),
    language: start.language,
    context: start.context && cleanContext(start.context),
    offer: start.offer,
  };
  const { record, created } = await keepSafely(relay, 1, () =>
    relay.conversations.open(opening, relay.clock.now()),
  );
  const { organisation, conversation } = record;
  if (created) relay.bus.poke({ kind: 'changed', organisation, conversation });
  return { conversation: record.id, created };
}

/** Null for an unknown and for an expired token alike (H5). */
export async function findByToken(
  relay: Relay,
  site: Site,
  token: string,
): Promise<ConversationRecord | null> {
  const record = await relay.conversations.findByToken(site.id, hashSecret(token));
  const live = record !== null && relay.clock.now() - record.state.openedAt < TOKEN_LIFE_MS;
  return live ? record : null;
}
