// What the log shows, from top to bottom: days, notices, messages of both sides and those still on their way.
import type { ConversationEvent, MessageEvent } from '#protocol';
import { type ConversationState, isLate } from '../../conversation/conversation-state.ts';
import type { TimeWriter } from '../write-time.ts';
import type { AllTexts } from './i18n/nl.ts';

export interface MessageItem {
  readonly kind: 'message';
  readonly key: string;
  readonly mine: boolean;
  /** Shown once for a row of messages by the same person. */
  readonly author: string | null;
  readonly text: string;
  readonly time: string | null;
  /** A BSN or an IBAN was taken out of it (T5). */
  readonly isMasked: boolean;
  readonly delivery: 'sending' | 'late' | 'failed' | 'sent' | 'read' | null;
}

interface NoticeItem {
  readonly kind: 'notice' | 'day';
  readonly key: string;
  readonly text: string;
}

export type LogItem = MessageItem | NoticeItem;

export interface Words {
  readonly texts: AllTexts;
  readonly writer: TimeWriter;
}

const DELIVERIES = { queued: 'sending', sent: 'sending', stored: 'sent', failed: 'failed' } as const;

const CLOSERS = {
  visitor: 'eventClosedByYou',
  operator: 'eventClosedByOperator',
  system: 'eventClosed',
} as const;

/** `helper`: who helped until now. A take-over is one change of hands, without a word in between (A6). */
function describeNotice(event: ConversationEvent, helper: string | null, texts: AllTexts): string {
  if (event.kind === 'assigned') {
    return (helper === null ? texts.eventAssigned : texts.eventTakenOver)(event.operator);
  }
  if (event.kind === 'unassigned') {
    return event.because === 'released' ? texts.eventReleased : texts.eventLost;
  }
  if (event.kind !== 'closed') return '';
  // W4: while somebody helps, nothing but silence ends it by itself.
  return event.by === 'system' && helper !== null ? texts.eventSilent : texts[CLOSERS[event.by]];
}

const isMasked = ({ masked = [] }: ConversationState, id: string): boolean => masked.includes(id);

function describeMessage(event: MessageEvent, state: ConversationState, words: Words): MessageItem {
  const { id, text, from, seq, at } = event;
  const mine = from === 'visitor';
  const stored = seq <= state.readSeq ? 'read' : 'sent';
  return {
    kind: 'message',
    key: id,
    mine,
    author: mine ? null : (event.author ?? words.texts.operator),
    text,
    time: words.writer.time(at),
    isMasked: isMasked(state, id),
    delivery: mine ? stored : null,
  };
}

/** `seq` of the event that it stands above; 0 for the first day, under which stands what is on its way before there is an event. */
const describeDay = (text: string, seq: number): NoticeItem => ({
  kind: 'day',
  key: `day ${seq}`,
  text,
});

function listLog(state: ConversationState, words: Words, now: number): LogItem[] {
  const items: LogItem[] = [];
  let day = '';
  let author: string | null = null;
  let helper: string | null = null;
  for (const event of state.log.events) {
    if (event.kind === 'opened') continue;
    const today = words.writer.day(event.at, now);
    if (today !== day) items.push(describeDay(today, items.length && event.seq));
    day = today;
    if (event.kind === 'message') {
      const item = describeMessage(event, state, words);
      items.push(item.author === author ? { ...item, author: null } : item);
      author = item.author;
    } else {
      const text = describeNotice(event, helper, words.texts);
      items.push({ kind: 'notice', key: `event ${event.seq}`, text });
      author = null;
      helper = event.kind === 'assigned' ? event.operator : null;
    }
  }
  return items;
}

/** What is on its way stands under today from the beginning: its day would move it when the first event comes. */
function listDayBefore({ log, outbox }: ConversationState, words: Words, now: number): LogItem[] {
  const isFirst = outbox.entries.length > 0 && log.events.every(({ kind }) => kind === 'opened');
  return isFirst ? [describeDay(words.writer.day(now, now), 0)] : [];
}

export function listItems(state: ConversationState, words: Words, now: number): readonly LogItem[] {
  const onTheirWay = state.outbox.entries.map((entry): MessageItem => {
    const { id, text } = entry;
    const delivery = isLate(state, entry) ? 'late' : DELIVERIES[entry.state];
    return {
      kind: 'message',
      key: id,
      mine: true,
      author: null,
      text,
      time: null,
      isMasked: isMasked(state, id),
      delivery,
    };
  });
  return [...listDayBefore(state, words, now), ...listLog(state, words, now), ...onTheirWay];
}
