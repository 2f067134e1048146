// Asking to be called back: what can be promised, taking a request in, and what operators do with it.
import type {
  ContactChange,
  ContactDetail,
  ContactField,
  ContactMoment,
  ContactMoments,
  ContactRequest,
  ContactSummary,
} from '#protocol';
import { listMoments, promiseMoment, promiseWithoutWish } from '../domain/contact-promise.ts';
import {
  CONTACT_LEASE_MS,
  type ContactCommand,
  type ContactDecision,
  type ContactWords,
  readWords,
} from '../domain/contact-request.ts';
import type { ContactRecord, NewContact } from './contact-port.ts';
import { noteCallBack } from './conversation-actions.ts';
import { keepSafely } from './keep-safely.ts';
import type { ConversationRecord, OperatorAccount, Site } from './ports.ts';
import type { Relay } from './relay.ts';
import { findCounter } from './site-directory.ts';
import { findByToken } from './visitor-entry.ts';

/** By the hours of the form's department, where it has one. */
async function countFrom(relay: Relay, site: Site, form: string | null) {
  const { hours } = findCounter(site, form);
  return { hours, now: relay.clock.now(), workingDays: await relay.contacts.readNorm(site) };
}

export async function readContactMoments(
  relay: Relay,
  site: Site,
  form: string | null,
): Promise<ContactMoments> {
  return listMoments(await countFrom(relay, site, form));
}

export type ContactAnswer =
  | { ok: true; id: string; promisedBy: number; created: boolean }
  | { ok: false; why: 'field'; field: ContactField; next?: { date: string; part: string } | null }
  | { ok: false; why: 'id-conflict' };

const accept = ({ id, state }: ContactRecord, created: boolean): ContactAnswer => ({
  ok: true,
  id,
  promisedBy: state.promisedBy,
  created,
});

/** A retry of the same request is answered as the first time; the same id for something else is a mistake of the sender. */
function recognise(record: ContactRecord, words: ContactWords, created: boolean): ContactAnswer {
  const isSame = JSON.stringify(record.words) === JSON.stringify(words);
  return isSame ? accept(record, created) : { ok: false, why: 'id-conflict' };
}

/** Only a call has a moment: a message is answered when there is time. */
const readMoment = ({ kind, moment }: ContactRequest): ContactMoment | null =>
  kind === 'call-back' ? moment : null;

export async function askContact(relay: Relay, site: Site, request: ContactRequest): Promise<ContactAnswer> {
  const { organisation } = site;
  const read = readWords(request);
  if (!read.ok) return { ok: false, why: 'field', field: read.field };
  const { words } = read;
  // Before the moment is judged: it may be over when a retry comes.
  const known = await relay.contacts.find(organisation, request.id);
  const talk = request.conversation === null ? null : await findByToken(relay, site, request.conversation);
  if (known) return note(relay, talk, recognise(known, words, false), words);
  const moment = readMoment(request);
  const promise = promiseMoment(await countFrom(relay, site, words.context?.form ?? null), moment);
  if (!promise.ok) return { ok: false, why: 'field', field: 'moment', next: promise.next };
  const wanted: NewContact = {
    organisation,
    site: site.id,
    id: request.id,
    words,
    moment,
    conversation: talk?.conversation ?? null,
    promisedBy: promise.promisedBy,
  };
  const { record, created } = await keepSafely(relay, 1, () => relay.contacts.add(wanted, relay.clock.now()));
  if (created) relay.bus.poke({ kind: 'contact', organisation, contact: record.contact });
  return note(relay, talk, recognise(record, words, created), words);
}

/** Q5: the conversation that goes on waiting knows of it, so that nobody helps twice. Also of a retry: the first time may have ended in between. */
async function note(
  relay: Relay,
  talk: ConversationRecord | null,
  answer: ContactAnswer,
  { kind }: ContactWords,
): Promise<ContactAnswer> {
  if (talk && answer.ok && kind === 'call-back')
    await noteCallBack(relay, talk, answer.id, answer.promisedBy);
  return answer;
}

export function toContactSummary({ id, words, createdAt, state }: ContactRecord): ContactSummary {
  const { kind, name, subject, language, context } = words;
  const { status, assignee, promisedBy, attempts, version } = state;
  const form = context?.form || null;
  return {
    id,
    kind,
    name,
    subject,
    form,
    language,
    createdAt,
    promisedBy,
    status,
    assignee: assignee && { id: assignee.id, name: assignee.name },
    attempts,
    version,
  };
}

function toDetail({ sites }: Pick<Relay, 'sites'>, record: ContactRecord): ContactDetail {
  const { phone, email, noAnswer, text, context } = record.words;
  return {
    ...toContactSummary(record),
    site: sites.findByNumber(record.site)?.key ?? '',
    phone,
    email,
    noAnswer,
    text,
    moment: record.moment,
    context,
    conversation: record.conversation,
    outcome: record.state.outcome,
  };
}

/** Null: not in this organisation, or nowhere (A5). */
export async function readContact(
  relay: Relay,
  { organisation }: OperatorAccount,
  id: string,
): Promise<ContactDetail | null> {
  const record = await relay.contacts.find(organisation, id);
  return record && toDetail(relay, record);
}

async function toCommand(
  relay: Relay,
  account: OperatorAccount,
  record: ContactRecord,
  change: ContactChange,
): Promise<ContactCommand> {
  const by = { operator: account.operator, id: account.id, name: account.name };
  if (change.change === 'take') {
    return { action: 'take', by, until: relay.clock.now() + CONTACT_LEASE_MS };
  }
  if (change.change === 'release') {
    return { action: 'release', by, mayFree: account.role === 'supervisor' };
  }
  const site = relay.sites.findByNumber(record.site);
  const form = record.words.context?.form ?? null;
  const again = site ? promiseWithoutWish(await countFrom(relay, site, form)) : record.state.promisedBy;
  return { action: 'finish', by, outcome: change.outcome, again };
}

export type ContactChanged =
  | { ok: true; detail: ContactDetail }
  | Extract<ContactDecision, { ok: false }>
  /** As for one of another organisation (A5). */
  | null;

export async function changeContact(
  relay: Relay,
  account: OperatorAccount,
  id: string,
  change: ContactChange,
): Promise<ContactChanged> {
  const { organisation } = account;
  const known = await relay.contacts.find(organisation, id);
  if (!known) return null;
  const command = await toCommand(relay, account, known, change);
  const done = await keepSafely(relay, 0, () => relay.contacts.execute(known, command, relay.clock.now()));
  if (!done) return null;
  if (!done.decision.ok) return done.decision;
  if (done.record.state.version !== known.state.version) {
    relay.bus.poke({ kind: 'contact', organisation, contact: known.contact });
  }
  return { ok: true, detail: toDetail(relay, done.record) };
}
