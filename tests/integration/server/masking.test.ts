// A browser that masks nothing: what it sends over a real socket is masked before it is stored, told or compared.
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MASKS } from '#protocol';
import { connectCitizen, connectOperator, startConversation } from '../../support/server/people.ts';
import { answer, follow, hasMessage, say } from '../../support/server/talk.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

let at: TestServer;
beforeEach(async () => {
  at = await startTestServer();
});
afterEach(() => at.stop());

const RAW = 'Mijn BSN is 123 456 782 en mijn rekening NL91 ABNA 0417 1643 00';
const MASKED = `Mijn BSN is ${MASKS.bsn} en mijn rekening ${MASKS.iban}`;

describe('[T5] a citizen’s message with a BSN and an IBAN', () => {
  it('reaches operator, queue and database masked', async () => {
    const { wire: anna } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    say(tab, 1, RAW);
    await tab.hear('events', hasMessage(MASKED));
    anna.say({ type: 'take', conversation: citizen.conversation });
    follow(anna, citizen.conversation);
    await anna.hear('events', hasMessage(MASKED));
    expect(JSON.stringify([...anna.heard, ...tab.heard])).not.toMatch(/123 ?456 ?782|ABNA/);
    for (const file of readdirSync(at.dataDir, { withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect(readFileSync(`${at.dataDir}/${file.name}`).toString('latin1')).not.toMatch(/123 ?456 ?782|ABNA/);
    }
  });

  it('[M2] is one message, masked or not, and another text under its id still is refused', async () => {
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    const id = say(tab, 1, RAW);
    const first = await tab.hear('ack');
    say(tab, 2, MASKED, id);
    expect(await tab.hear('ack', ({ n }) => n === 2)).toMatchObject({ id, seq: first.seq });
    say(tab, 3, RAW, id);
    expect(await tab.hear('ack', ({ n }) => n === 3)).toMatchObject({ id, seq: first.seq });
    say(tab, 4, 'Iets anders', id);
    expect(await tab.hear('nack')).toMatchObject({ id, reason: 'id-conflict' });
  });

  it('leaves what an operator writes: the gemeente gives its own number', async () => {
    const { wire: anna } = await connectOperator(at, 'Anna');
    const citizen = await startConversation(at);
    const tab = await connectCitizen(at, citizen);
    anna.say({ type: 'take', conversation: citizen.conversation });
    await anna.hear('summary', ({ summary }) => summary.status === 'active');
    answer(anna, citizen.conversation, 1, 'U betaalt op NL91 ABNA 0417 1643 00');
    await tab.hear('events', hasMessage('U betaalt op NL91 ABNA 0417 1643 00'));
  });
});
