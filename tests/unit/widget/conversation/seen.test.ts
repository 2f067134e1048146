// @vitest-environment happy-dom
/** How far the citizen has seen the conversation: over page loads, and in the other tabs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationEvent } from '#protocol';
import { openTabChannel, type TabWord } from '../../../../widget/conversation/tab-channel.ts';
import { type CrankedPage, ID, leave, OFFER, opened, openPage, stored } from './cranked-page.ts';

const answer = (seq: number): ConversationEvent => ({
  seq,
  at: 0,
  kind: 'message',
  id: `00000000-0000-4000-8000-00000000000${seq}`,
  from: 'operator',
  author: 'Anna',
  text: 'Dag',
});

let page: CrankedPage;

beforeEach(async () => {
  sessionStorage.clear();
  page = openPage();
  page.conversation.accept(OFFER);
  await page.cranked.answer(201, { conversation: ID });
  page.greet({}, opened);
  page.tell(answer(2));
});
afterEach(() => page.conversation.destroy());

describe('what was seen', () => {
  it('is remembered over a page load', () => {
    expect(page.conversation.state.unread).toBe(1);
    expect(stored()?.seen).toBe(0);
    page.conversation.markSeen();
    page.cranked.pass(500);
    expect(stored()?.seen).toBe(2);
    const session = leave(page);
    page = openPage();
    page.conversation.resume(session, Promise.resolve(''));
    page.greet({ lastSeq: 3 }, opened, answer(2), answer(3));
    expect(page.conversation.state.unread).toBe(1);
  });

  it('[R7] is told to the other tabs, and heard from them', async () => {
    const heard: TabWord[] = [];
    const other = openTabChannel('proef', (word) => void heard.push(word));
    other.say({ kind: 'seen', upTo: 2 });
    await expect.poll(() => page.conversation.state.unread).toBe(0);
    page.cranked.pass(500);
    expect(stored()?.seen).toBe(2);
    page.tell(answer(3));
    expect(page.conversation.state.unread).toBe(1);
    page.conversation.markSeen();
    await expect.poll(() => heard).toContainEqual({ kind: 'seen', upTo: 3 });
    other.say({ kind: 'ask' });
    await expect.poll(() => heard).toContainEqual(expect.objectContaining({ kind: 'here', seen: 3 }));
    other.close();
  });
});
