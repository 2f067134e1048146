// @vitest-environment happy-dom
/** An offer that is accepted while there is a conversation in this tab: it goes on, or, when it has ended, a new one begins. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationEvent } from '#protocol';
import type { OutboxStore } from '../../../../widget/conversation/outbox-store.ts';
import type { StoredSession } from '../../../../widget/conversation/session-store.ts';
import { type CrankedPage, ID, leave, OFFER, opened, openPage, stored } from './cranked-page.ts';

const closed: ConversationEvent = { seq: 2, at: 0, kind: 'closed', by: 'operator' };

let page: CrankedPage;
let former: StoredSession;

const starts = () => page.cranked.requests.map(({ body }) => JSON.parse(body ?? ''));
const searched = () => expect.poll(() => page.conversation.state.kept).not.toBeNull();
const greetEnded = () => page.greet({ status: 'closed', lastSeq: 2 });

/** A conversation of the page before is picked up. */
async function turnPage(change: Partial<StoredSession> = {}, device?: OutboxStore): Promise<void> {
  page = openPage();
  page.conversation.write('Eerste');
  await page.cranked.answer(201, { conversation: ID });
  former = { ...leave(page), outbox: [], owed: [], ...change };
  page = openPage(device);
  page.conversation.resume(former, Promise.resolve(''));
}

beforeEach(() => sessionStorage.clear());
afterEach(() => page.conversation.destroy());

describe('[O4] an offer that is accepted', () => {
  it('while the ended conversation is still here begins a new one', async () => {
    await turnPage();
    await searched();
    greetEnded();
    page.tell(opened, closed);
    page.conversation.keepDraft('Nog iets');
    page.conversation.accept(OFFER);
    expect(starts()).toMatchObject([{ offer: OFFER }]);
    expect(starts()[0].token).not.toBe(former.token);
    expect(page.conversation.state).toMatchObject({ phase: 'starting', log: { lastSeq: 0 } });
    expect(stored()).toMatchObject({ conversation: null, draft: 'Nog iets' });
    await page.cranked.answer(201, { conversation: ID });
    expect(page.conversation.state.phase).toBe('waiting');
  });

  it('before it is known that the conversation here has ended begins a new one once all of it is known', async () => {
    await turnPage({ owed: ['kwijt'] });
    await searched();
    page.conversation.accept(OFFER);
    greetEnded();
    expect(starts()).toEqual([]);
    page.tell(opened, closed);
    expect(starts()).toMatchObject([{ offer: OFFER }]);
    // What was lost there is told here: nobody has read it yet.
    expect(stored()?.owed).toEqual(['kwijt']);
    await page.cranked.answer(201, { conversation: ID });
    page.greet({}, opened);
    expect(page.conversation.state.lost).toEqual(['kwijt']);
  });

  it('when the server does not know the conversation here any more begins a new one', async () => {
    await turnPage();
    await searched();
    page.conversation.accept(OFFER);
    page.cranked.latest().handlers.closed(4001);
    expect(starts()).toMatchObject([{ offer: OFFER }]);
    expect(page.conversation.state).toMatchObject({ phase: 'starting', obstacle: null });
  });

  it('does not wait for a device that does not answer', async () => {
    const never = () => new Promise<never>(() => undefined);
    await turnPage({}, { keep: never, read: never, move: never, wipe: never, sweep: never });
    page.conversation.accept(OFFER);
    greetEnded();
    page.tell(opened, closed);
    expect(starts()).toEqual([]);
    page.cranked.pass(1_000);
    expect(starts()).toMatchObject([{ offer: OFFER }]);
  });

  it('gives back first what was not sent there', async () => {
    const id = '00000000-0000-4000-8000-000000000009';
    await turnPage({ outbox: [{ id, text: 'Niet weg', at: Date.now() }] });
    await searched();
    page.conversation.accept(OFFER);
    greetEnded();
    page.tell(opened, closed);
    expect(page.returned).toEqual(['Niet weg']);
    expect(page.conversation.state).toMatchObject({ phase: 'starting', outbox: { entries: [] }, owed: [] });
  });

  it.each(['waiting', 'active'] as const)(
    'goes on with a conversation that lasts (%s), and begins none when that ends',
    async (status) => {
      await turnPage();
      page.conversation.accept(OFFER);
      page.greet({ status }, opened);
      page.conversation.accept(OFFER);
      page.tell(closed);
      await searched();
      expect(page.conversation.state.phase).toBe('closed');
      expect(starts()).toEqual([]);
    },
  );
});
