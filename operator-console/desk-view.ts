// Pure: is what a writer had before them still all there is? A reply to an older view must not go out unseen (A7).
import type { ConversationEvent } from '#protocol';
import type { EventLog } from '#protocol/event-log';
import type { Thread, ThreadNotice } from './desk-model.ts';

const isFromCitizen = (event: ConversationEvent): boolean =>
  event.kind === 'message' && event.from === 'visitor';

/** What others said, and that the conversation was someone else's: both can make a reply wrong. */
function isNews(event: ConversationEvent, me: string | undefined): boolean {
  if (event.kind === 'assigned') return event.operator !== me;
  return event.kind === 'message' && (event.from === 'visitor' || event.author !== me);
}

/** `by`: server time until which it counts. */
export const hasNewsSince = (
  { log }: Thread,
  seq: number,
  me: string | undefined,
  by = Number.POSITIVE_INFINITY,
): boolean => log.events.some((event) => event.seq > seq && event.at <= by && isNews(event, me));

/** Did something happen since this draft was begun? */
export const hasNews = (thread: Thread, me: string | undefined): boolean =>
  thread.draft.trim() !== '' && hasNewsSince(thread, thread.draftSince, me);

export const didCitizenSpeakSince = ({ log }: Thread, seq: number): boolean =>
  log.events.some((event) => event.seq > seq && isFromCitizen(event));

/** Everything that was in the log when this line opened is on the screen. */
export const isCaughtUp = ({ line, log, serverSeq }: Thread): boolean =>
  line === 'open' && log.lastSeq >= serverSeq;

/**
 * The message that made the server refuse a reply is on the screen now, beside the notice: that is the second look. What comes after
 * it is news again.
 */
export function noteNews(thread: Thread): Thread {
  if (thread.notice?.kind !== 'outdated' || !thread.notice.awaited) return thread;
  if (!didCitizenSpeakSince(thread, thread.draftSince)) return thread;
  return { ...thread, draftSince: thread.log.lastSeq, notice: { kind: 'outdated', awaited: false } };
}

/** The words are in the box again, or still: one more press sends them. */
export const asksForLook = ({ kind }: ThreadNotice): boolean =>
  kind === 'look-first' || kind === 'outdated' || kind === 'changed-hands';

/** How far the present history is the one that was read up to `seq` of another: from there on, the writer saw nothing. */
function countIn(log: EventLog, former: EventLog, seq: number): number {
  const differs = former.events.findIndex((event, index) => !isSameEvent(event, log.events[index]));
  return Math.min(seq, log.lastSeq, differs < 0 ? former.lastSeq : differs);
}

const isSameEvent = (a: ConversationEvent, b: ConversationEvent | undefined): boolean =>
  a.kind === b?.kind && a.at === b.at && (a.kind !== 'message' || b.kind !== 'message' || a.id === b.id);

/** Numbers of one history say nothing in another (R5). Both begin at 1, without holes. */
export function recountViews(thread: Thread): Thread {
  const { log, formerLog, draftSince, writtenUnder } = thread;
  if (formerLog === null || !isCaughtUp(thread)) return thread;
  const recount = (seq: number): number => countIn(log, formerLog, seq);
  const views = Object.entries(writtenUnder).map(([id, view]) => [
    id,
    { ...view, seenSeq: recount(view.seenSeq) },
  ]);
  return {
    ...thread,
    formerLog: null,
    draftSince: recount(draftSince),
    writtenUnder: Object.fromEntries(views),
  };
}
