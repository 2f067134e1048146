// What happened in a conversation, besides what was said, in one sentence.
import type { ConversationEvent } from '#protocol';
import { nl } from './nl.ts';

export function sayEvent(
  event: Exclude<ConversationEvent, { kind: 'message' }>,
  log: readonly ConversationEvent[],
): string {
  switch (event.kind) {
    case 'opened':
      return event.offered ? nl.event.offered : nl.event.opened;
    case 'assigned': {
      const former = findFormer(event.seq, log);
      return former === null ? nl.event.assigned(event.operator) : nl.event.takenOver(event.operator, former);
    }
    case 'unassigned':
      return nl.event[event.because];
    case 'closed':
      // W4: while somebody helps, nothing but silence ends it by itself.
      return event.by === 'system' && findFormer(event.seq, log) !== null
        ? nl.event.silent
        : nl.event.closed[event.by];
  }
}

/** A6: an assignment straight after another one is a take-over. */
function findFormer(seq: number, log: readonly ConversationEvent[]): string | null {
  const before = log.findLast(
    (event) => event.seq < seq && (event.kind === 'assigned' || event.kind === 'unassigned'),
  );
  return before?.kind === 'assigned' ? before.operator : null;
}
