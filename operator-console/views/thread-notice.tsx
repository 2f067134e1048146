// What the operator must know about this conversation before going on: who was first, why a message came back.
import { useTools } from '../desk-context.ts';
import type { ThreadNotice } from '../desk-model.ts';
import { nl } from '../i18n/nl.ts';

export function ThreadNoticeBar({ conversation, notice }: { conversation: string; notice: ThreadNotice }) {
  const { link } = useTools();
  return (
    <div class="banner banner-warning" role="alert">
      <p>{sayNotice(notice)}</p>
      <button
        type="button"
        class="plain close"
        aria-label={nl.notice.dismiss}
        onClick={() => link.act({ type: 'dismiss', conversation })}
      >
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="m2 2 8 8m0-8-8 8" fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
      </button>
    </div>
  );
}

function sayNotice(notice: ThreadNotice): string {
  switch (notice.kind) {
    case 'kept-as-draft':
      return notice.assignee === null ? nl.notice.keptNobody : nl.notice.kept(notice.assignee);
    case 'lost':
      return notice.assignee === null ? nl.notice.lost : nl.notice.lostTo(notice.assignee);
    case 'look-first':
      return nl.notice.lookFirst;
    case 'outdated':
      return nl.notice.outdated;
    case 'changed-hands':
      return nl.notice.changedHands;
    case 'refused':
      return sayRefusal(notice);
  }
}

function sayRefusal({ reason, assignee }: Extract<ThreadNotice, { kind: 'refused' }>): string {
  switch (reason) {
    case 'not-allowed':
      return nl.notice.notAllowed;
    case 'already-taken':
      return assignee === null ? nl.notice.takenByNobody : nl.notice.taken(assignee);
    case 'not-assignee':
      return assignee === null ? nl.notice.notYoursNobody : nl.notice.notYours(assignee);
    case 'closed':
      return nl.notice.closed;
    case 'unknown-conversation':
      return nl.notice.unknown;
    case 'retry':
      return nl.notice.retry;
  }
}
