// @vitest-environment happy-dom
/** The conversation with its line, its storage and its page, cranked by hand. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationEvent, PageContext, ToVisitorFrame } from '#protocol';
import { visitorFrame } from '#protocol/schemas';
import { Conversation } from '../../../../widget/conversation/conversation.ts';
import { createSessionStore, parseSession } from '../../../../widget/conversation/session-store.ts';
import {
  openTabChannel,
  type TabChannel,
  type TabWord,
} from '../../../../widget/conversation/tab-channel.ts';
import { ID, welcome } from './cranked-page.ts';
import { type CrankedSurroundings, crankSurroundings } from './cranked-surroundings.ts';

const SOCKET = 'ws://relay.example/v1/sites/proef/socket';

const contextOf = (step: string): PageContext => ({
  form: 'Verhuizing doorgeven',
  step: { name: step },
  field: null,
  reasons: [],
  page: 'https://gemeente.example/verhuizing',
});

let cranked: CrankedSurroundings;
let conversation: Conversation;
let context: PageContext | null;
let returned: string[];
let news: ConversationEvent[];
let drafts: string[];

function open(): Conversation {
  cranked = crankSurroundings();
  conversation = new Conversation({
    server: 'http://relay.example',
    siteId: 'proef',
    language: 'nl',
    store: createSessionStore('proef'),
    readContext: () => context,
    changed: () => undefined,
    returned: (texts) => void returned.push(...texts),
    drafted: (text) => void drafts.push(text),
    news: (events) => void news.push(...events),
    surroundings: cranked.surroundings,
  });
  return conversation;
}

const look = (visibilityState: 'hidden' | 'visible') => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibilityState });
  document.dispatchEvent(new Event('visibilitychange'));
};
const stored = () => createSessionStore('proef').read();
const sent = () => cranked.latest().sent.map((data) => visitorFrame.parse(JSON.parse(data)));
const hear = (frame: ToVisitorFrame) => cranked.latest().handlers.received(JSON.stringify(frame));
function openLine(): void {
  cranked.latest().handlers.opened();
  hear(welcome);
  hear({ type: 'events', events: [{ seq: 1, at: 0, kind: 'opened', offered: false }], more: false });
}

beforeEach(() => {
  sessionStorage.clear();
  context = contextOf('Adres');
  returned = [];
  news = [];
  drafts = [];
  open();
});
afterEach(() => conversation.destroy());

describe('before the citizen acts', () => {
  it('asks nothing, opens nothing and keeps nothing', () => {
    conversation.keepDraft('Ik wil');
    conversation.keepOpen(true);
    conversation.contextChanged();
    cranked.pass(60_000);
    expect(cranked.requests).toEqual([]);
    expect(cranked.sockets).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });
});

describe('the first message', () => {
  it('starts the conversation, opens the line and goes out', async () => {
    conversation.write('Hallo');
    expect(stored()).toMatchObject({ conversation: null, outbox: [{ text: 'Hallo' }] });
    const body = JSON.parse(cranked.requests[0]?.body ?? '');
    expect(body).toEqual({ token: stored()?.token, offer: null, language: 'nl', context });
    await cranked.answer(201, { conversation: ID });
    expect(stored()?.conversation).toBe(ID);
    expect(cranked.urls).toEqual([SOCKET]);
    openLine();
    const [hello, send] = sent();
    expect(hello).toMatchObject({ type: 'hello', token: body.token, lastSeq: 0, epoch: null });
    expect(send).toMatchObject({ type: 'send', n: 1, text: 'Hallo' });
  });

  it('goes out once when the network fails at first', async () => {
    conversation.write('Hallo');
    await cranked.answer();
    expect(conversation.state.cut).toBe(true);
    window.dispatchEvent(new Event('online'));
    await cranked.answer(201, { conversation: ID });
    openLine();
    expect(sent().filter((frame) => frame.type === 'send')).toHaveLength(1);
    expect(conversation.state.cut).toBe(false);
  });

  it('tells an accepted offer with the start', async () => {
    conversation.accept('BBBBBBBBBBBBBBBBBBBBBB');
    expect(JSON.parse(cranked.requests[0]?.body ?? '')).toMatchObject({ offer: 'BBBBBBBBBBBBBBBBBBBBBB' });
    expect(stored()).not.toBeNull();
  });
});

describe('[T6] a citizen who does not share the page', () => {
  it('tells nothing of it, from the first word on and after a page load', async () => {
    conversation.choose({ hidesPage: true });
    expect(sessionStorage.length).toBe(0);
    conversation.write('Hallo');
    expect(JSON.parse(cranked.requests[0]?.body ?? '')).toMatchObject({ context: null });
    await cranked.answer(201, { conversation: ID });
    openLine();
    conversation.contextChanged();
    cranked.pass(5_000);
    conversation.destroy();
    const session = stored();
    if (session === null) throw new Error('Nothing was kept.');
    open().resume(session, Promise.resolve(''));
    openLine();
    conversation.contextChanged();
    cranked.pass(5_000);
    // Said again: nobody knows whether an earlier page's withdrawal arrived.
    expect(sent().filter((frame) => frame.type === 'context')).toEqual([{ type: 'context', context: null }]);
  });

  it('takes it back at once, and tells all of it when the citizen shares again', async () => {
    conversation.write('Hallo');
    await cranked.answer(201, { conversation: ID });
    openLine();
    conversation.choose({ hidesPage: true });
    conversation.choose({ hidesPage: true });
    conversation.choose({ hidesPage: false });
    expect(sent().filter((frame) => frame.type === 'context')).toEqual([
      { type: 'context', context: null },
      { type: 'context', context },
    ]);
  });

  it('keeps it to itself in the next conversation too', async () => {
    conversation.choose({ hidesPage: true });
    conversation.write('Hallo');
    await cranked.answer(201, { conversation: ID });
    conversation.forget();
    conversation.write('Nog een vraag');
    expect(JSON.parse(cranked.requests.at(-1)?.body ?? '')).toMatchObject({ context: null });
  });
});

describe('a page load in the middle', () => {
  it('goes on with the same secret, a new device, and the same message id', async () => {
    conversation.write('Eerste');
    await cranked.answer(201, { conversation: ID });
    openLine();
    const [before, first] = sent();
    conversation.keepOpen(true);
    window.dispatchEvent(new Event('pagehide'));
    expect(cranked.latest().closedWith).toBe(1000);
    conversation.destroy();

    const session = stored();
    if (session === null) throw new Error('Nothing was kept.');
    expect(session).toMatchObject({ open: true, outbox: [{ text: 'Eerste' }] });
    open().resume(session, Promise.resolve(''));
    expect(cranked.requests).toEqual([]);
    openLine();
    const [after] = sent();
    // As soon as it is known what earlier pages left on the device.
    await expect.poll(() => sent()).toContainEqual(first);
    if (before?.type !== 'hello' || after?.type !== 'hello') throw new Error('hello comes first');
    expect(after.token).toBe(before.token);
    expect(after.device).not.toBe(before.device);
    // A new page may be another step: what the operator sees is told anew.
    expect(sent()).toContainEqual({ type: 'context', context });
  });

  it('[M9] says so when it comes so late that the message is not kept any more', async () => {
    conversation.write('Eerste');
    await cranked.answer(201, { conversation: ID });
    cranked.latest().handlers.closed(1006);
    window.dispatchEvent(new Event('pagehide'));
    conversation.destroy();
    const kept = stored();
    expect(kept?.owed).toEqual(kept?.outbox.map(({ id }) => id));
    const later = parseSession(sessionStorage.getItem('vangnet:proef'), Date.now() + 31 * 60_000);
    if (later === null) throw new Error('Nothing was kept.');
    expect(later.outbox).toEqual([]);
    open().resume(later, Promise.resolve(''));
    expect(conversation.state.lost).toEqual([]);
    openLine();
    await expect.poll(() => conversation.state.lost).toEqual(kept?.owed);
    conversation.write('Opnieuw');
    expect(conversation.state.lost).toEqual([]);
    expect(stored()?.owed).toHaveLength(1);
  });

  it('[R2] shows what was said before the line is there, and takes nothing for news', async () => {
    conversation.write('Eerste');
    await cranked.answer(201, { conversation: ID });
    window.dispatchEvent(new Event('pagehide'));
    conversation.destroy();
    const session = stored();
    if (session === null) throw new Error('Nothing was kept.');
    const said: ToVisitorFrame = {
      type: 'events',
      events: [{ seq: 1, at: 0, kind: 'opened', offered: false }],
      more: false,
    };
    const tail = [welcome, said].map((frame) => JSON.stringify(frame)).join('\n');
    open().resume(session, Promise.resolve(tail));
    await Promise.resolve().then(() => undefined);
    expect(conversation.state).toMatchObject({ phase: 'waiting', line: 'connecting', log: { lastSeq: 1 } });
    // On its way only once the line is there.
    expect(conversation.state.outbox.entries).toMatchObject([{ state: 'queued' }]);
    openLine();
    expect(sent().filter((frame) => frame.type === 'send')).toHaveLength(1);
    expect(news).toEqual([]);
  });

  it('keeps the draft, a moment after the last key or when the page goes', async () => {
    conversation.accept('BBBBBBBBBBBBBBBBBBBBBB');
    conversation.keepDraft('Ik heb een vraa');
    expect(stored()?.draft).toBe('');
    cranked.pass(300);
    expect(stored()?.draft).toBe('Ik heb een vraa');
    conversation.keepDraft('Ik heb een vraag');
    window.dispatchEvent(new Event('pagehide'));
    expect(stored()?.draft).toBe('Ik heb een vraag');
  });

  it('opens the line again when the page comes back from the back/forward cache', async () => {
    conversation.write('Eerste');
    await cranked.answer(201, { conversation: ID });
    openLine();
    window.dispatchEvent(new Event('pagehide'));
    const restored = Object.assign(new Event('pageshow'), { persisted: true });
    window.dispatchEvent(restored);
    expect(cranked.sockets).toHaveLength(2);
  });
});

describe('the message box that the tabs of a site share', () => {
  let other: TabChannel;
  let heard: TabWord[];
  beforeEach(async () => {
    heard = [];
    other = openTabChannel('proef', (word) => void heard.push(word));
    conversation.accept('BBBBBBBBBBBBBBBBBBBBBB');
    await cranked.answer(201, { conversation: ID });
    openLine();
  });
  afterEach(() => other.close());

  const hears = async (text: string): Promise<void> => {
    other.say({ kind: 'draft', text });
    // Words arrive in order: the answer to this one comes after what was said before it.
    heard = [];
    other.say({ kind: 'ask' });
    await expect.poll(() => heard.map(({ kind }) => kind)).toContain('here');
  };

  it('[R7] takes what another tab has in it, but not while the citizen writes here', async () => {
    await hears('uit het andere tabblad');
    expect(drafts).toEqual(['uit het andere tabblad']);
    conversation.keepDraft('Ik heb');
    await hears('');
    expect(drafts).toHaveLength(1);
    cranked.pass(300);
    expect(stored()?.draft).toBe('Ik heb');
    await hears('en weer daar');
    expect(drafts).toEqual(['uit het andere tabblad', 'en weer daar']);
  });

  it('[R7] is empty in the other tabs as soon as it was sent', async () => {
    conversation.keepDraft('Hallo');
    conversation.keepDraft('');
    cranked.pass(0);
    await expect.poll(() => heard).toContainEqual({ kind: 'draft', text: '' });
  });

  it('[R7] is told before the citizen can write in another tab', async () => {
    conversation.keepDraft('Nog niet af');
    look('hidden');
    look('visible');
    await expect.poll(() => heard).toContainEqual({ kind: 'draft', text: 'Nog niet af' });
  });
});

describe('a page that nobody looks at', () => {
  afterEach(() => look('visible'));
  async function talk(acked: boolean): Promise<void> {
    conversation.write('Hallo');
    await cranked.answer(201, { conversation: ID });
    openLine();
    const send = sent().find((frame) => frame.type === 'send');
    if (acked && send !== undefined) hear({ type: 'ack', id: send.id, n: send.n, seq: 2, at: 0 });
  }
  /** The server is there all the time. */
  function passMinutes(minutes: number): void {
    for (let half = 0; half < minutes * 2; half += 1) {
      cranked.pass(30_000);
      hear({ type: 'heartbeat', t: 0 });
    }
  }

  it('rests after half an hour, and is back when someone looks', async () => {
    await talk(true);
    look('hidden');
    passMinutes(29);
    expect(cranked.latest().closedWith).toBeNull();
    passMinutes(1);
    expect(cranked.latest().closedWith).toBe(1000);
    const { length } = cranked.sockets;
    look('visible');
    expect(cranked.sockets).toHaveLength(length + 1);
  });

  it('does not rest before everything is stored', async () => {
    await talk(false);
    look('hidden');
    passMinutes(31);
    const { length } = cranked.sockets;
    cranked.pass(60_000);
    expect(cranked.sockets.length).toBeGreaterThan(length);
  });

  it('keeps the draft at once: a phone may end a hidden page without a word', async () => {
    await talk(true);
    conversation.keepDraft('Nog een vra');
    look('hidden');
    expect(stored()?.draft).toBe('Nog een vra');
  });

  it('asks before it goes, only while a message waits for a line that is not there', async () => {
    const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await talk(false);
    expect(asks()).toBe(false);
    cranked.latest().handlers.closed(1006);
    expect(asks()).toBe(true);
    cranked.pass(500);
    openLine();
    const send = sent().find((frame) => frame.type === 'send');
    if (send !== undefined) hear({ type: 'ack', id: send.id, n: send.n, seq: 2, at: 0 });
    expect(asks()).toBe(false);
  });
});

describe('while it lasts', () => {
  let acknowledge: () => void;
  beforeEach(async () => {
    conversation.write('Hallo');
    await cranked.answer(201, { conversation: ID });
    openLine();
    const first = sent().find((frame) => frame.type === 'send');
    cranked.latest().sent.length = 0;
    // What is never acked makes the line suspect after five seconds.
    acknowledge = () => {
      if (first !== undefined) hear({ type: 'ack', id: first.id, n: first.n, seq: 2, at: 0 });
    };
  });

  it('tells what changed on the page, at most once a second, and nothing twice', () => {
    acknowledge();
    for (const step of ['Datum', 'Medebewoners', 'Controle']) {
      context = contextOf(step);
      conversation.contextChanged();
    }
    expect(sent()).toEqual([]);
    cranked.pass(1_000);
    expect(sent()).toEqual([{ type: 'context', context: contextOf('Controle') }]);
    conversation.contextChanged();
    cranked.pass(5_000);
    expect(sent()).toHaveLength(1);
  });

  it('says that the citizen writes, seldom, and once that it stopped', () => {
    acknowledge();
    for (let second = 0; second < 6; second += 1) {
      conversation.keepDraft(`tekst ${second}`);
      cranked.pass(1_000);
    }
    cranked.pass(10_000);
    const typing = sent().map((frame) => frame.type === 'typing' && frame.on);
    expect(typing).toEqual([true, true, false]);
  });

  it('calls a message late after ten seconds', () => {
    cranked.latest().handlers.closed(1006);
    conversation.write('Bent u er nog?');
    cranked.pass(9_999);
    expect(conversation.state.lateBefore).toBeLessThan(0);
    cranked.pass(1);
    expect(conversation.state.lateBefore).toBeGreaterThanOrEqual(0);
  });

  it('tells what is new, not what was there before', () => {
    const message = (seq: number): ConversationEvent => ({
      seq,
      at: 0,
      kind: 'message',
      id: `00000000-0000-4000-8000-00000000000${seq}`,
      from: 'operator',
      author: 'Anna',
      text: 'Dag',
    });
    hear({ type: 'events', events: [message(2)], more: false });
    expect(news).toEqual([message(2)]);
  });

  it('gives back what did not arrive, and forgets all of it on the device', () => {
    conversation.keepDraft('En nog');
    hear({ type: 'events', events: [{ seq: 2, at: 0, kind: 'closed', by: 'operator' }], more: false });
    expect(returned).toEqual(['Hallo']);
    expect(cranked.latest().closedWith).toBe(1000);
    expect(stored()?.outbox).toEqual([]);
    conversation.forget();
    expect(sessionStorage.length).toBe(0);
    expect(conversation.state.phase).toBe('none');
    window.dispatchEvent(new Event('pagehide'));
    expect(sessionStorage.length).toBe(0);
  });

  it('starts anew with another secret after that', async () => {
    const old = stored()?.token;
    conversation.forget();
    conversation.write('Opnieuw');
    expect(stored()?.token).not.toBe(old);
    expect(cranked.requests).toHaveLength(2);
  });

  it('listens to nothing after it was destroyed', () => {
    conversation.destroy();
    const { length } = cranked.sockets;
    window.dispatchEvent(new Event('online'));
    cranked.pass(120_000);
    expect(cranked.sockets).toHaveLength(length);
  });
});
