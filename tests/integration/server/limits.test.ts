// What one client may ask of the server: messages, other frames, lines. Too much is refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol';
import { connectCitizen, connectOperator, PAGE, startConversation } from '../../support/server/people.ts';
import { answer, follow, hasKind, say } from '../../support/server/talk.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import type { VisitorWire } from '../../support/server/wire.ts';

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

describe('messages', () => {
  it('[S4] ten at once, then a wait that is told', async () => {
    const tab = await connectCitizen(at, await startConversation(at));
    for (let n = 1; n <= 11; n++) say(tab, n, `bericht ${n}`);
    const nack = await tab.hear('nack');
    expect(nack).toMatchObject({ n: 11, reason: 'rate-limited' });
    expect(nack.retryMs).toBeGreaterThan(0);
    await tab.hear('ack', ({ n }) => n === 10);
  });

  it('[A4] an end behind a message does not overtake it', async () => {
    const tab = await connectCitizen(at, await startConversation(at));
    for (let n = 1; n <= 3; n++) say(tab, n, `bericht ${n}`);
    tab.say({ type: 'end' });
    await tab.hear('events', hasKind('closed'));
    expect(tab.heard.filter(({ type }) => type === 'ack' || type === 'nack')).toMatchObject([
      { type: 'ack', seq: 2 },
      { type: 'ack', seq: 3 },
      { type: 'ack', seq: 4 },
    ]);
  });
});

describe('frames that are no message', () => {
  it('[S4] so many that no page needs them close with 4008', async () => {
    const tab = await connectCitizen(at, await startConversation(at));
    for (let time = 0; time < 700; time++) {
      tab.say({ type: 'context', context: { ...PAGE, form: `Formulier ${time}` } });
    }
    expect(await tab.closed).toBe(CLOSE.rateLimited);
  });

  it('[S4] as many as a busy page sends go through, for as long as it stays', async () => {
    const tab = await connectCitizen(at, await startConversation(at));
    for (let round = 0; round < 5; round++) {
      for (let time = 0; time < 100; time++) tab.say({ type: 'read', seq: 1 });
      tab.say({ type: 'probe' });
      await tab.hear('heartbeat');
      at.clock.advance(10_000);
    }
    expect(tab.socket.readyState).toBe(tab.socket.OPEN);
  });
});

describe('an operator’s line', () => {
  it('[S4] closes with 4008 on more frames than a desk can need, whatever they are', async () => {
    const { wire } = await connectOperator(at, 'Anna');
    const { conversation } = await startConversation(at);
    for (let time = 0; time < 700; time++) {
      if (time % 2 === 0) wire.say({ type: 'read', conversation, seq: 1 });
      else answer(wire, conversation, time, 'vol');
    }
    expect(await wire.closed).toBe(CLOSE.rateLimited);
  });

  it('[S4] stays when it comes back to two hundred conversations and catches up on each, time after time', async () => {
    const { wire } = await connectOperator(at, 'Anna');
    const { conversation } = await startConversation(at);
    for (let round = 0; round < 3; round++) {
      for (let time = 0; time < 200; time++) {
        follow(wire, conversation);
        wire.say({ type: 'pull', conversation, after: 0 });
      }
      wire.say({ type: 'probe' });
      await wire.hear('heartbeat');
      at.clock.advance(10_000);
    }
    expect(wire.socket.readyState).toBe(wire.socket.OPEN);
  });
});

describe('lines', () => {
  it('[S4] five; the oldest is replaced by the newest', async () => {
    const citizen = await startConversation(at);
    const tabs: VisitorWire[] = [];
    for (let tab = 0; tab < 6; tab++) tabs.push(await connectCitizen(at, citizen));
    expect(await tabs[0]?.closed).toBe(CLOSE.replaced);
    expect(tabs.slice(1).every((tab) => tab.socket.readyState === tab.socket.OPEN)).toBe(true);
  });

  it('[S4] five, also when the oldest does not answer the close', async () => {
    const citizen = await startConversation(at);
    const deaf = await connectCitizen(at, citizen);
    deaf.socket.pause();
    const tabs: VisitorWire[] = [];
    for (let tab = 0; tab < 6; tab++) tabs.push(await connectCitizen(at, citizen));
    expect(await tabs[0]?.closed).toBe(CLOSE.replaced);
    deaf.socket.terminate();
  });
});
