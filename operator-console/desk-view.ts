// Pure: is what a writer had before them still all there is? A reply to an older view must not go out unseen (A7).
import type { ConversationEvent } from '#protocol';
import type { Thread } from './desk-model.ts';

const isFromCitizen = (event: ConversationEvent): boolean =>
  event.kind === 'message' && event.from === 'visitor';

/** What others said, and that the conversation was someone else's: both can make a reply wrong. */
function isNews(event: ConversationEvent, me: string | undefined): boolean {
  if (event.kind === 'assigned') return event.operator !== me;
  return event.kind === 'message' && (event.from === 'visitor' || event.author !== me);
}

/** Did something happen since this draft was begun? */
export function hasNews(thread: Thread, me: string | undefined): boolean {
  if (thread.draft.trim() === '') return false;
  return thread.log.events.some((event) => event.seq > thread.draftSince && isNews(event, me));
}

/** The message that made the server refuse a reply is on the screen now, beside the notice: that is the second look. */
export function noteNews(thread: Thread): Thread {
  if (thread.notice?.kind !== 'outdated') return thread;
  const told = thread.log.events.some((event) => event.seq > thread.draftSince && isFromCitizen(event));
  return told ? { ...thread, draftSince: thread.log.lastSeq } : thread;
}
