// A copy of the conversation by e-mail. The address goes along with this one mail and is kept nowhere.
import { type ConversationEvent, LIMITS, type TranscriptRequest } from '#protocol';
import { writeTranscript } from '../domain/transcript.ts';
import type { After } from './after.ts';
import type { Mail } from './mail-port.ts';
import type { ConversationRecord, Site } from './ports.ts';
import { hashSecret, type Relay } from './relay.ts';
import { findByToken } from './visitor-entry.ts';

/** A long talk has a hundred; with the longest messages these make a mail of 5 MB, which every mail server takes. */
const MOST_EVENTS = 500;

export type CopyAnswer =
  | { is: 'queued' | 'not-offered' | 'unknown' | 'not-helped' | 'full' }
  | { is: 'too-many'; wait: number };

async function readNewest(relay: Relay, record: ConversationRecord): Promise<ConversationEvent[]> {
  const events: ConversationEvent[] = [];
  let after = Math.max(0, record.state.lastSeq - MOST_EVENTS);
  while (after < record.state.lastSeq) {
    const page = await relay.conversations.readEvents(record, after, LIMITS.pageOfEvents);
    const last = page.at(-1);
    if (!last) break;
    events.push(...page);
    after = last.seq;
  }
  return events;
}

async function writeMail(
  { relay }: After,
  site: Site,
  asked: { record: ConversationRecord; request: TranscriptRequest },
): Promise<Mail | null> {
  const { email, language } = asked.request;
  const record = await relay.conversations.read(asked.record);
  if (!record) return null;
  const { organisationName: organisation, channels, dutchForm = 'u' } = site;
  const contact = { phone: channels.phone, hours: channels.phoneText, url: channels.url };
  const isCut = record.state.lastSeq > MOST_EVENTS;
  const events = await readNewest(relay, record);
  const letter = writeTranscript({ language, dutchForm, organisation, contact, events, isCut });
  return { to: email, fromName: organisation, language, ...letter };
}

/** The narrowest first: who is over their own limit takes nothing from the others'. */
async function count({ limits, salt }: After, site: Site, record: ConversationRecord, email: string) {
  const recipient = hashSecret(`${salt} ${email.toLowerCase()}`);
  return (
    (await limits.perConversation.consume(String(record.conversation))) ??
    (await limits.perRecipient.consume(recipient)) ??
    (await limits.perSite.consume(String(site.id)))
  );
}

export async function askTranscript(
  after: After,
  site: Site,
  request: TranscriptRequest,
): Promise<CopyAnswer> {
  const { relay, mails } = after;
  if (!mails) return { is: 'not-offered' };
  const record = await findByToken(relay, site, request.token);
  if (!record) return { is: 'unknown' };
  // Else anyone could have us send their own words to a stranger, in the name of the organisation: first a person must have looked.
  if (record.state.assignmentEpoch === 0) return { is: 'not-helped' };
  const wait = await count(after, site, record, request.email);
  if (wait !== null) return { is: 'too-many', wait };
  return { is: mails.add(() => writeMail(after, site, { record, request })) ? 'queued' : 'full' };
}
