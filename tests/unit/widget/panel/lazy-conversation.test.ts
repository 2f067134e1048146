// @vitest-environment happy-dom
/** The first moment after a page load: the code that runs a conversation is on its way, and the citizen types already. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionStore, type StoredSession } from '../../../../widget/conversation/session-store.ts';
import { LazyConversation } from '../../../../widget/panel/lazy-conversation.ts';
import { type CrankedSurroundings, crankSurroundings } from '../conversation/cranked-surroundings.ts';

const session: StoredSession = {
  token: 'T'.repeat(43),
  conversation: 'AAAAAAAAAAAAAAAAAAAAAA',
  open: true,
  device: 'de pagina hiervoor',
  outbox: [],
  owed: [],
  seen: 0,
  draft: 'Van de vorige pagina',
  hidesPage: false,
  language: 'nl',
  introduction: null,
};
const code = () => import('../../../../widget/panel/conversation-code.ts');
const store = createSessionStore('proef');

let talk: LazyConversation;
let cranked: CrankedSurroundings;
let isOpen = true;
/** The network is there. */
let reaches = true;
let fetched = 0;
let changes = 0;

function fetchCode(): ReturnType<typeof code> {
  fetched += 1;
  return reaches ? code() : Promise.reject(new TypeError('Failed to fetch'));
}

function open(memory = store): LazyConversation {
  cranked = crankSurroundings();
  talk = new LazyConversation(
    {
      server: 'http://relay.example',
      siteId: 'proef',
      language: 'nl',
      store: memory,
      readContext: () => null,
      changed: () => {
        changes += 1;
      },
      returned: () => undefined,
      drafted: () => undefined,
      news: () => undefined,
      surroundings: cranked.surroundings,
    },
    () => isOpen,
    () => undefined,
    fetchCode,
  );
  return talk;
}

const texts = () => talk.state.outbox.entries.map(({ text }) => text);
const loads = () => expect.poll(() => talk.loaded).not.toBeNull();
/** A try that fails takes a few turns of the event loop, not time. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  sessionStorage.clear();
  [isOpen, reaches, fetched, changes] = [true, true, 0, 0];
  // What was said before comes later, with the line.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});
afterEach(() => {
  talk.destroy();
  vi.unstubAllGlobals();
});

describe('before its code is there', () => {
  it('[T5] puts nothing on the device that may hold a BSN or an IBAN, and says that it is not kept', () => {
    reaches = false;
    open();
    talk.write('Mijn nummer is 111 222 333.');
    talk.write('Hallo');
    expect(texts()).toEqual(['Mijn nummer is 111 222 333.', 'Hallo']);
    expect(store.read()).toMatchObject({ outbox: [{ text: 'Hallo' }] });
    expect(talk.isKept).toBe(false);
  });

  it('what is typed survives another page load', async () => {
    store.write(session);
    open().pickUp(session);
    talk.keepDraft('Ik bedoel');
    expect(store.read()).toEqual({ ...session, draft: 'Ik bedoel' });
    await loads();
    dispatchEvent(new Event('pagehide'));
    expect(store.read()).toMatchObject({ token: session.token, draft: 'Ik bedoel' });
  });

  it('what is typed before anything was accepted is kept from the acceptance on', async () => {
    open().keepDraft('Ik wil');
    talk.prepare();
    await loads();
    expect(store.read()).toBeNull();
    talk.accept('aanbod');
    expect(store.read()).toMatchObject({ draft: 'Ik wil' });
  });

  it('an offer that is accepted is told with what is written at once', async () => {
    open().accept('aanbod');
    talk.write('Hallo');
    await loads();
    expect(cranked.requests).toHaveLength(1);
    expect(JSON.parse(cranked.requests[0]?.body ?? '')).toMatchObject({ offer: 'aanbod' });
    expect(texts()).toEqual(['Hallo']);
  });

  it('[R7] what is sent while another tab tells of the conversation goes there, and once', async () => {
    open().write('Hallo');
    const [entry] = talk.state.outbox.entries;
    talk.pickUp(session);
    expect(texts()).toEqual(['Hallo']);
    await loads();
    expect(talk.state.outbox.entries).toMatchObject([{ id: entry?.id, text: 'Hallo' }]);
    expect(talk.state.resumed).toBe(true);
    expect(store.read()).toMatchObject({ token: session.token, conversation: session.conversation });
  });

  it('what was begun here stays here when another tab tells of a conversation later', async () => {
    open().write('Hallo');
    await loads();
    talk.pickUp(session);
    expect(store.read()?.token).not.toBe(session.token);
  });
});

describe('[M9] what is sent while its code cannot be fetched', () => {
  beforeEach(async () => {
    reaches = false;
    open().keepDraft('Hallo');
    talk.keepDraft('');
    talk.write('Hallo');
    await settle();
  });

  it('stands in the log, with the word that there is no connection', () => {
    expect(talk.state).toMatchObject({ phase: 'starting', resumed: false, cut: true });
    expect(talk.state.outbox.entries).toMatchObject([{ text: 'Hallo', state: 'queued' }]);
    expect(changes).toBeGreaterThan(0);
  });

  it('goes out by itself, once, under the same id, when the network is back', async () => {
    const [{ id } = { id: '' }] = talk.state.outbox.entries;
    reaches = true;
    cranked.pass(500);
    await loads();
    expect(talk.state.outbox.entries).toMatchObject([{ id, text: 'Hallo' }]);
    expect(cranked.requests).toHaveLength(1);
    expect(store.read()).toMatchObject({ outbox: [{ id }], owed: [id] });
  });

  it('is kept over a page load, in the order in which it was written, and an empty box with it', async () => {
    talk.write('Bent u daar?');
    const [first, second] = talk.state.outbox.entries;
    talk.destroy();
    const kept = store.read();
    if (kept === null) throw new Error('Nothing was kept.');
    expect(kept).toMatchObject({ conversation: null, open: true, draft: '' });
    reaches = true;
    open().pickUp(kept);
    await loads();
    expect(talk.state.outbox.entries).toMatchObject([{ id: first?.id }, { id: second?.id }]);
  });

  it('is not in the way of the wish to end: that goes behind it', async () => {
    talk.end();
    expect(talk.state.ending).toBe(true);
    reaches = true;
    cranked.pass(500);
    await loads();
    expect(talk.state).toMatchObject({ ending: true, outbox: { entries: [{ text: 'Hallo' }] } });
  });

  it('says so when the browser will not keep it', async () => {
    expect(talk.isKept).toBe(true);
    talk.destroy();
    const refuses = () => {
      throw new DOMException('No room', 'QuotaExceededError');
    };
    open(createSessionStore('proef', refuses)).write('Bent u daar?');
    expect(talk.isKept).toBe(false);
  });
});

describe('when its code could not be fetched', () => {
  it('tries again, ever less often, as long as a conversation waits for it', async () => {
    reaches = false;
    isOpen = false;
    open().pickUp(session);
    await settle();
    // Chance is a half in these tests: 250, 500, 1,000 ms.
    for (const [tries, wait] of [250, 500, 1_000].entries()) {
      cranked.pass(wait - 1);
      await settle();
      expect(fetched).toBe(tries + 1);
      cranked.pass(1);
      await settle();
      expect(fetched).toBe(tries + 2);
    }
    reaches = true;
    cranked.pass(2_000);
    await loads();
    expect(talk.state).toMatchObject({ resumed: true, cut: false });
  });

  it('tries again while the chat is open and something was typed, and not when it is closed', async () => {
    reaches = false;
    open().prepare();
    await settle();
    cranked.pass(30_000);
    await settle();
    expect(fetched).toBe(2);
    isOpen = false;
    cranked.pass(60_000);
    await settle();
    cranked.pass(60_000);
    await settle();
    expect(fetched).toBe(2);
    reaches = true;
    talk.prepare();
    await loads();
  });

  it('tries at once when the network comes back, and only one at a time', async () => {
    reaches = false;
    open().pickUp(session);
    await settle();
    reaches = true;
    dispatchEvent(new Event('online'));
    dispatchEvent(new Event('online'));
    await loads();
    cranked.pass(60_000);
    await settle();
    expect(fetched).toBe(2);
  });

  it('stops when the widget goes', async () => {
    reaches = false;
    open().pickUp(session);
    await settle();
    talk.destroy();
    cranked.pass(60_000);
    dispatchEvent(new Event('online'));
    await settle();
    expect(fetched).toBe(1);
  });
});
