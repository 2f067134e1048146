// @vitest-environment happy-dom
/** A BSN or an IBAN that the citizen types stands nowhere but in the message box: not on the device, not on the line, not in the log. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConversationEvent, MASKS } from '#protocol';
import type { StoredMessage } from '../../../../widget/conversation/stored-message.ts';
import { openTabChannel, type TabWord } from '../../../../widget/conversation/tab-channel.ts';
import { type CrankedPage, ID, leave, OFFER, opened, openPage, stored } from './cranked-page.ts';

const RAW = 'Mijn BSN is 123 456 782 en NL91ABNA0417164300';
const MASKED = `Mijn BSN is ${MASKS.bsn} en ${MASKS.iban}`;
const SECRET = /123 ?456 ?782|ABNA/;

let page: CrankedPage;
beforeEach(() => {
  sessionStorage.clear();
  page = openPage();
});
afterEach(() => page.conversation.destroy());

const device = (): string => JSON.stringify({ ...sessionStorage });
async function begin(): Promise<void> {
  page.conversation.accept(OFFER);
  await page.cranked.answer(201, { conversation: ID });
}
const own = (seq: number, id: string, text: string): ConversationEvent => ({
  seq,
  at: 0,
  kind: 'message',
  id,
  from: 'visitor',
  author: null,
  text,
});

describe('[T5] a message', () => {
  it('is masked in the log, on the device and on the line, and the state says which one it is', () => {
    page.conversation.write('Hallo');
    page.conversation.write(RAW);
    const [plain, secret] = page.conversation.state.outbox.entries;
    expect(plain?.text).toBe('Hallo');
    expect(secret?.text).toBe(MASKED);
    expect(page.conversation.state.masked).toEqual([secret?.id]);
    expect(device()).toContain(MASKS.bsn);
    expect(device()).not.toMatch(SECRET);
  });

  it('stays known as masked when the log shows it, and after a page load', async () => {
    const id = '00000000-0000-4000-8000-000000000001';
    await begin();
    page.conversation.write(RAW);
    const [entry] = page.conversation.state.outbox.entries;
    page.greet({}, opened);
    page.tell(own(2, entry?.id ?? '', MASKED));
    expect(page.conversation.state.outbox.entries).toEqual([]);
    expect(page.conversation.state.masked).toEqual([entry?.id]);
    expect(JSON.stringify(page.cranked.latest().sent)).not.toMatch(SECRET);

    const session = leave(page);
    page = openPage();
    page.conversation.resume(session, Promise.resolve(''));
    page.greet({ lastSeq: 3 }, opened, own(2, entry?.id ?? '', MASKED), own(3, id, 'Dank u'));
    expect(page.conversation.state.masked).toEqual([entry?.id]);
  });

  it('of an operator with an IBAN in it is nobody’s to explain', async () => {
    await begin();
    const event = {
      ...own(2, '00000000-0000-4000-8000-000000000002', RAW),
      from: 'operator' as const,
      author: 'Anna',
    };
    page.greet({ lastSeq: 2 }, opened, event);
    expect(page.conversation.state.masked ?? []).toEqual([]);
    expect(page.conversation.state.log.events.at(-1)).toMatchObject({ text: RAW });
  });

  it('that waited while the code was on its way is masked before it goes on', () => {
    const token = 'A'.repeat(43);
    const message: StoredMessage = { id: '00000000-0000-4000-8000-000000000003', text: RAW, at: Date.now() };
    const session = {
      token,
      conversation: null,
      open: true,
      device: null,
      outbox: [message],
      owed: [],
      seen: 0,
      hidesPage: false,
      language: 'nl' as const,
      introduction: null,
    };
    page.conversation.resume({ ...session, draft: RAW }, Promise.resolve(''));
    expect(page.conversation.state.outbox.entries[0]?.text).toBe(MASKED);
    expect(page.conversation.state.masked).toEqual([message.id]);
    expect(stored()).toMatchObject({ draft: MASKED });
    expect(device()).not.toMatch(SECRET);
  });
});

describe('[T5] a draft', () => {
  it('is kept and shared with other tabs without the numbers in it', async () => {
    page.conversation.write('Hallo');
    const heard: TabWord[] = [];
    const other = openTabChannel('proef', (word) => void heard.push(word));
    page.conversation.keepDraft(RAW);
    page.cranked.pass(1_000);
    expect(stored()).toMatchObject({ draft: MASKED });
    await expect.poll(() => heard).toContainEqual({ kind: 'draft', text: MASKED });
    expect(device()).not.toMatch(SECRET);
    other.close();
  });
});
