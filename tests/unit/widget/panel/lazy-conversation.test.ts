// @vitest-environment happy-dom
/** The first moment after a page load: the code that runs a conversation is on its way, and the citizen types already. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionStore, type StoredSession } from '../../../../widget/conversation/session-store.ts';
import { LazyConversation } from '../../../../widget/panel/lazy-conversation.ts';
import { crankSurroundings } from '../conversation/cranked-surroundings.ts';

const session: StoredSession = {
  token: 'T'.repeat(43),
  conversation: 'AAAAAAAAAAAAAAAAAAAAAA',
  open: true,
  device: 'de pagina hiervoor',
  outbox: [],
  owed: [],
  draft: 'Van de vorige pagina',
};
const code = () => import('../../../../widget/conversation/conversation.ts');
const store = createSessionStore('proef');

let talk: LazyConversation;

function open(fetchCode: () => ReturnType<typeof code> = code): LazyConversation {
  talk = new LazyConversation(
    {
      server: 'http://relay.example',
      siteId: 'proef',
      language: 'nl',
      store,
      readContext: () => null,
      changed: () => undefined,
      returned: () => undefined,
      drafted: () => undefined,
      news: () => undefined,
      surroundings: crankSurroundings().surroundings,
    },
    fetchCode,
  );
  return talk;
}

const texts = () => talk.state.outbox.entries.map(({ text }) => text);
const isOpen = () => true;

beforeEach(() => {
  sessionStorage.clear();
  // What was said before comes later, with the line.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});
afterEach(() => {
  talk.destroy();
  vi.unstubAllGlobals();
});

describe('before its code is there', () => {
  it('what is typed survives another page load', async () => {
    store.write(session);
    open().pickUp(session, isOpen);
    talk.keepDraft('Ik bedoel');
    expect(store.read()).toEqual({ ...session, draft: 'Ik bedoel' });
    await talk.load();
    dispatchEvent(new Event('pagehide'));
    expect(store.read()).toMatchObject({ token: session.token, draft: 'Ik bedoel' });
  });

  it('what is typed before anything was accepted is kept from the acceptance on', async () => {
    open().keepDraft('Ik wil');
    const conversation = await talk.load();
    expect(store.read()).toBeNull();
    conversation.accept('aanbod');
    expect(store.read()).toMatchObject({ draft: 'Ik wil' });
  });

  it('[R7] what is sent while another tab tells of the conversation goes there', async () => {
    open();
    const sending = talk.load().then((conversation) => conversation.write('Hallo'));
    talk.pickUp(session, isOpen);
    await sending;
    expect(texts()).toEqual(['Hallo']);
    expect(talk.state.resumed).toBe(true);
    expect(store.read()).toMatchObject({ token: session.token, conversation: session.conversation });
  });
});

describe('when its code could not be fetched at first', () => {
  it('what is sent next goes to the conversation that there was', async () => {
    let tries = 0;
    open(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : code();
    });
    store.write(session);
    talk.pickUp(session, isOpen);
    await expect.poll(() => talk.state.cut).toBe(true);
    (await talk.load()).write('Hallo');
    expect(talk.state.resumed).toBe(true);
    dispatchEvent(new Event('online'));
    await talk.load();
    expect(texts()).toEqual(['Hallo']);
    expect(store.read()).toMatchObject({ token: session.token, conversation: session.conversation });
  });
});
