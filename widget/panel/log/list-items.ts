// What the log shows, from top to bottom: days, notices, messages of both sides and those still on their way.
import type { ConversationEvent, MessageEvent, NackReason } from '#protocol';
import { type ConversationState, isLate, isUnsent } from '../../conversation/conversation-state.ts';
import type { Texts } from '../i18n/nl.ts';
import type { TimeWriter } from '../write-time.ts';

export type Delivery = 'sending' | 'late' | 'failed' | 'sent' | 'read';

export interface MessageItem {
  readonly kind: 'message';
  readonly key: string;
  readonly mine: boolean;
  /** Shown once for a row of messages by the same person. */
  readonly author: string | null;
  readonly text: string;
  readonly time: string | null;
  readonly delivery: Delivery | null;
  /** Why it failed. */
  readonly because: NackReason | null;
  /** The words about delivery are on the screen for this one; for the others only in the screen reader. */
  readonly tellDelivery: boolean;
}

export interface NoticeItem {
  readonly kind: 'notice' | 'day';
  readonly key: string;
  readonly text: string;
}

export type LogItem = MessageItem | NoticeItem;

function describeNotice(event: ConversationEvent, texts: Texts): string | null {
  if (event.kind === 'assigned') return texts.eventAssigned(event.operator);
  if (event.kind === 'unassigned') {
    return event.because === 'released' ? texts.eventReleased : texts.eventLost;
  }
  if (event.kind !== 'closed') return null;
  if (event.by === 'visitor') return texts.eventClosedByYou;
  return event.by === 'operator' ? texts.eventClosedByOperator : texts.eventClosed;
}

function listOutbox(state: ConversationState): MessageItem[] {
  return state.outbox.entries.map((entry) => {
    const unsent = isUnsent(entry) ? 'sending' : 'sent';
    const delivery = entry.state === 'failed' ? 'failed' : isLate(state, entry) ? 'late' : unsent;
    return {
      kind: 'message',
      key: entry.id,
      mine: true,
      author: null,
      text: entry.text,
      time: null,
      delivery,
      because: entry.because ?? null,
      tellDelivery: true,
    };
  });
}

function describeMessage(event: MessageEvent, state: ConversationState, time: string): MessageItem {
  const mine = event.from === 'visitor';
  const stored = event.seq <= state.readSeq ? 'read' : 'sent';
  return {
    kind: 'message',
    key: event.id,
    mine,
    author: null,
    text: event.text,
    time,
    delivery: mine ? stored : null,
    because: null,
    tellDelivery: false,
  };
}

function nameAuthor(event: ConversationEvent, texts: Texts): string | null {
  return event.kind === 'message' && event.from === 'operator' ? (event.author ?? texts.operator) : null;
}

function listLog(state: ConversationState, texts: Texts, writer: TimeWriter, now: number): LogItem[] {
  const items: LogItem[] = [];
  let day = '';
  let author: string | null = null;
  for (const event of state.log.events) {
    const notice = describeNotice(event, texts);
    if (event.kind !== 'message' && notice === null) continue;
    const today = writer.dayKey(event.at);
    if (today !== day) items.push({ kind: 'day', key: `day ${event.seq}`, text: writer.day(event.at, now) });
    day = today;
    const before = author;
    author = nameAuthor(event, texts);
    if (event.kind === 'message') {
      const item = describeMessage(event, state, writer.time(event.at));
      items.push(author === before ? item : { ...item, author });
    } else items.push({ kind: 'notice', key: `event ${event.seq}`, text: notice ?? '' });
  }
  return items;
}

export function listItems(
  state: ConversationState,
  texts: Texts,
  writer: TimeWriter,
  now: number,
): readonly LogItem[] {
  const items = [...listLog(state, texts, writer, now), ...listOutbox(state)];
  const newest = items.findLastIndex((item) => item.kind === 'message' && item.mine);
  return items.map((item, index) =>
    item.kind === 'message' && index === newest ? { ...item, tellDelivery: true } : item,
  );
}
