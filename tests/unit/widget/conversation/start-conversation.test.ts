/** Starting does not give up, and does not ask again after an answer. */
import { describe, expect, it } from 'vitest';
import { startConversation } from '../../../../widget/conversation/start-conversation.ts';
import { crankSurroundings } from './cranked-surroundings.ts';

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';

function begin() {
  const cranked = crankSurroundings();
  const told: string[] = [];
  let bodies = 0;
  const start = startConversation({
    surroundings: cranked.surroundings,
    url: 'http://relay/conversations',
    body: () => `body ${++bodies}`,
    started: (conversation) => told.push(conversation),
    refused: () => told.push('refused'),
    delayed: () => told.push('delayed'),
  });
  return { ...cranked, start, told };
}

describe('startConversation', () => {
  it('asks once when it works', async () => {
    const { answer, told, requests, pass } = begin();
    await answer(201, { conversation: ID });
    pass(60_000);
    expect(told).toEqual([ID]);
    expect(requests).toEqual([{ url: 'http://relay/conversations', body: 'body 1' }]);
  });

  it.each([undefined, 500, 503, 429, 408])('tries again after %s, with a fresh body', async (status) => {
    const { answer, told, requests, pass } = begin();
    await answer(status);
    expect(requests).toHaveLength(1);
    pass(500);
    await answer(200, { conversation: ID });
    expect(told).toEqual(['delayed', ID]);
    expect(requests.map(({ body }) => body)).toEqual(['body 1', 'body 2']);
  });

  it('tries again when the answer is not ours: a wifi portal says 200 to everything', async () => {
    const { answer, told } = begin();
    await answer(200, { welcome: 'to our wifi' });
    expect(told).toEqual(['delayed']);
  });

  it.each([400, 403, 404, 410])('takes %i for an answer', async (status) => {
    const { answer, told, requests, pass } = begin();
    await answer(status);
    pass(60_000);
    expect(told).toEqual(['refused']);
    expect(requests).toHaveLength(1);
  });

  it('waits longer after each failure, and tries at once when woken', async () => {
    const { answer, requests, start, pass } = begin();
    await answer();
    pass(250);
    expect(requests).toHaveLength(2);
    await answer();
    pass(250);
    expect(requests).toHaveLength(2);
    start.wake();
    start.wake();
    expect(requests).toHaveLength(3);
  });

  it('does not wait for ever where the network swallows everything', async () => {
    const { answer, told, requests, pass } = begin();
    pass(10_000);
    await expect.poll(() => told).toEqual(['delayed']);
    pass(500);
    expect(requests).toHaveLength(2);
    await answer(200, { conversation: ID });
    expect(told).toEqual(['delayed', ID]);
    pass(60_000);
    expect(requests).toHaveLength(2);
  });

  it('is silent after it was cancelled', async () => {
    const { answer, told, start, requests, pass } = begin();
    start.cancel();
    // It is not even waited for any more.
    await expect(answer(201, { conversation: ID })).rejects.toThrow();
    pass(60_000);
    expect(told).toEqual([]);
    expect(requests).toHaveLength(1);
  });
});
