/** One page with a conversation on it, cranked by hand: its line, its storage, and what it tells. */
import type { ConversationEvent, ToVisitorFrame } from '#protocol';
import { Conversation } from '../../../../widget/conversation/conversation.ts';
import type { OutboxStore } from '../../../../widget/conversation/outbox-store.ts';
import { createSessionStore, type StoredSession } from '../../../../widget/conversation/session-store.ts';
import { type CrankedSurroundings, crankSurroundings } from './cranked-surroundings.ts';

export const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
export const OFFER = 'BBBBBBBBBBBBBBBBBBBBBB';

export const welcome: Extract<ToVisitorFrame, { type: 'welcome' }> = {
  type: 'welcome',
  protocol: 1,
  epoch: 'epoch',
  conversation: ID,
  status: 'waiting',
  lastSeq: 1,
  lastN: 0,
  readSeq: 0,
  operator: null,
  operatorHere: false,
  serverTime: 0,
  heartbeatMs: 25_000,
};
export const opened: ConversationEvent = { seq: 1, at: 0, kind: 'opened', offered: false };

export interface CrankedPage {
  conversation: Conversation;
  cranked: CrankedSurroundings;
  /** Texts that came back to the message box. */
  returned: string[];
  hear(frame: ToVisitorFrame): void;
  /** The line is there, and says how the conversation stands. */
  greet(change: Partial<typeof welcome>, ...events: ConversationEvent[]): void;
  tell(...events: ConversationEvent[]): void;
}

export const stored = (): StoredSession | null => createSessionStore('proef').read();

/** `device`: how the browser's store answers; the real one is not there in these tests. */
export function openPage(device?: OutboxStore): CrankedPage {
  const cranked = crankSurroundings();
  const returned: string[] = [];
  const conversation = new Conversation({
    server: 'http://relay.example',
    siteId: 'proef',
    language: 'nl',
    store: createSessionStore('proef'),
    readContext: () => null,
    changed: () => undefined,
    returned: (texts) => void returned.push(...texts),
    drafted: () => undefined,
    news: () => undefined,
    surroundings: cranked.surroundings,
    ...(device === undefined ? {} : { outbox: device }),
  });
  const hear = (frame: ToVisitorFrame) => cranked.latest().handlers.received(JSON.stringify(frame));
  const tell = (...events: ConversationEvent[]) => hear({ type: 'events', events, more: false });
  return {
    conversation,
    cranked,
    returned,
    hear,
    tell,
    greet(change, ...events) {
      cranked.latest().handlers.opened();
      hear({ ...welcome, ...change });
      if (events.length > 0) tell(...events);
    },
  };
}

/** The page is there no more; as the next one in this tab finds it. */
export function leave(page: CrankedPage): StoredSession {
  page.conversation.destroy();
  const session = stored();
  if (session === null) throw new Error('Nothing was kept.');
  return session;
}
