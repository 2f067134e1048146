// A copy of the conversation by e-mail, over a real mail server that the test starts.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { afterInfo, transcriptAnswer } from '#protocol/schemas';
import { LetterBox, mailAt, openSilentMailServer } from '../../support/server/letter-box.ts';
import {
  type Citizen,
  connectCitizen,
  connectOperator,
  makeToken,
  post,
  SITE,
  startConversation,
} from '../../support/server/people.ts';
import { answer, hasMessage, say } from '../../support/server/talk.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const EMAIL = 'Burger.de-Vries+chat@voorbeeld.example';
const ASKED = 'Welk inkomen moet ik opgeven, <bruto> of netto? 🙂';
const ANSWERED = 'Het netto-inkomen van uzélf & uw partner.';

let box: LetterBox;
let at: TestServer;
beforeEach(async () => {
  box = await new LetterBox().open();
  at = await startTestServer({ mail: box.mail });
});
afterEach(async () => {
  await at.stop();
  await box.close();
});

/** A citizen who was helped. */
async function talk(): Promise<Citizen> {
  const citizen = await startConversation(at);
  const { conversation } = citizen;
  const tab = await connectCitizen(at, citizen);
  const { wire } = await connectOperator(at, 'Anna');
  say(tab, 1, ASKED);
  wire.say({ type: 'take', conversation });
  await tab.hear('events', ({ events }) => events.some(({ kind }) => kind === 'assigned'));
  answer(wire, conversation, 1, ANSWERED);
  await tab.hear('events', hasMessage(ANSWERED));
  return citizen;
}

const ask = (token: string, more: object = {}) =>
  post(at, `/v1/sites/${SITE}/transcripts`, { token, email: EMAIL, language: 'nl', ...more });

const arrived = (count: number) => expect.poll(() => box.letters.length).toBe(count);
const logged = (code: string) => expect.poll(() => at.log.join('\n')).toContain(code);

describe('[E2] a copy', () => {
  it('arrives as text and as HTML with what both wrote, and nothing of what was noticed', async () => {
    const { token } = await talk();
    const response = await ask(token);
    expect(response.status).toBe(202);
    expect(transcriptAnswer.parse(await response.json())).toEqual({ queued: true });
    await arrived(1);
    const [letter] = box.letters;
    expect(letter).toMatchObject({ from: 'geen-antwoord@voorbeeldstad.example', to: [EMAIL] });
    expect(letter?.headers).toMatch(/^From: "?Gemeente Voorbeeldstad"? <geen-antwoord@/m);
    expect(letter?.headers).toContain('Subject: Kopie van uw gesprek met Gemeente Voorbeeldstad');
    expect(letter?.headers).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(letter?.text).toContain(`--- dinsdag 24 november 2026 ---\n\n11:00 U:\n  ${ASKED}`);
    expect(letter?.text).toContain(`11:00 Anna de Vries:\n  ${ANSWERED}`);
    expect(letter?.text).toContain('Dit gesprek is geen officiële melding of aanvraag.');
    expect(letter?.html).toContain('<html lang="nl"');
    expect(letter?.html).toContain('Welk inkomen moet ik opgeven, &lt;bruto&gt; of netto? 🙂');
    expect(letter?.html).toContain('Het netto-inkomen van uzélf &amp; uw partner.');
    for (const copy of [letter?.text, letter?.html]) {
      expect(copy).not.toMatch(/bijstand|IBAN|Rekeningnummer|repeated-error/i);
    }
  });

  it('[G4] is in Arabic, from right to left, for who reads Arabic', async () => {
    const { token } = await talk();
    await ask(token, { language: 'ar' });
    await arrived(1);
    expect(box.letters[0]?.html).toContain('<html lang="ar" dir="rtl">');
    expect(box.letters[0]?.headers).toMatch(/^Content-Language: ar$/m);
    expect(box.letters[0]?.text).toContain('هذه المحادثة ليست طلبًا رسميًا');
  });

  it('[G4] is in English when that is asked', async () => {
    const { token } = await talk();
    await ask(token, { language: 'en' });
    await arrived(1);
    expect(box.letters[0]?.headers).toContain('Subject: Copy of your conversation with');
    expect(box.letters[0]?.text).toContain('This conversation is not an official report');
  });

  it('has only the newest of a conversation that never stopped, and says so', async () => {
    await at.stop();
    at = await startTestServer({ mail: box.mail, messageAllowances: [{ points: 1_000, seconds: 60 }] });
    const { token, conversation } = await talk();
    const tab = await connectCitizen(at, { token, conversation });
    for (let n = 1; n <= 500; n += 1) say(tab, n, `zin ${n}`);
    await tab.hear('ack', (ack) => ack.n === 500);
    await ask(token);
    await arrived(1);
    const text = box.letters[0]?.text ?? '';
    expect(text).toContain('Het begin staat niet in deze kopie.');
    expect(text).not.toContain(ASKED);
    expect(text).toContain('  zin 500\n');
  });

  it('is not made before a person looked: nobody sends their own words to a stranger in our name', async () => {
    const { token } = await startConversation(at);
    const response = await ask(token);
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(box.visits).toBe(0);
  });
});

describe('[E3] who asks for a copy', () => {
  it('leaves no address behind, on disk or in the log', async () => {
    const { token } = await talk();
    await ask(token);
    await arrived(1);
    box.refusal = { code: 550, text: `no such user ${EMAIL}` };
    await ask(token);
    await logged('mail-given-up');
    expect(at.log.join('\n')).not.toMatch(/voorbeeld\.example|Burger/i);
    const { dataDir } = at;
    for (const name of readdirSync(dataDir)) {
      const path = `${dataDir}/${name}`;
      if (statSync(path).isFile()) expect(readFileSync(path).includes('Burger.de-Vries')).toBe(false);
    }
  });

  it('gets three of one conversation, and is told when to come back', async () => {
    const { token } = await talk();
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await ask(token, { email: `burger${i}@voorbeeld.example` }));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(3_600);
    await arrived(3);
  });

  it('cannot fill the letter box of somebody else from many conversations', async () => {
    const statuses = [];
    for (let i = 0; i < 6; i += 1) {
      const { token } = await talk();
      statuses.push((await ask(token, { email: i % 2 ? EMAIL : EMAIL.toUpperCase() })).status);
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    await arrived(5);
  });

  it('is limited per address before anything is looked up', async () => {
    const unknown = Array.from({ length: 130 }, () => ask(makeToken()));
    const statuses = (await Promise.all(unknown)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect(statuses.filter((status) => status === 404)).toHaveLength(120);
  });

  it.each([
    ['two addresses', { email: 'a@voorbeeld.example, b@voorbeeld.example' }],
    ['a header', { email: 'a@voorbeeld.example\r\nBcc: b@voorbeeld.example' }],
    ['a header in disguise', { email: 'a@voorbeeld.example\nX: y' }],
    ['a name', { email: 'Jan <a@voorbeeld.example>' }],
    ['an endless address', { email: `${'a'.repeat(250)}@voorbeeld.example` }],
    ['no address', { email: '' }],
    ['a language without words', { language: 'xx' }],
    ['more than is asked', { cc: 'b@voorbeeld.example' }],
    ['half a token', { token: 'abc' }],
  ])('is refused with %s', async (_, more) => {
    const { token } = await startConversation(at);
    expect((await ask(token, more)).status).toBe(400);
    expect(box.visits).toBe(0);
  });
});

describe('[E7] [H5] a copy for a stranger', () => {
  it('is refused alike for an unknown and for an expired token', async () => {
    const { token } = await talk();
    const unknown = await ask(makeToken());
    at.clock.sleep(25 * 60 * 60_000);
    const expired = await ask(token);
    expect([unknown.status, expired.status]).toEqual([404, 404]);
    expect(await unknown.text()).toBe(await expired.text());
    expect(box.visits).toBe(0);
  });

  it('is refused to a page elsewhere', async () => {
    const { token } = await talk();
    const from = { url: at.url, origin: 'https://evil.example' };
    const request = { token, email: EMAIL, language: 'nl' };
    expect((await post(from, `/v1/sites/${SITE}/transcripts`, request)).status).toBe(403);
  });
});

describe('[E4] a mail server', () => {
  it('that is down and comes back gets the mail then; nobody waited for it', async () => {
    const { token } = await talk();
    await box.close();
    expect((await ask(token)).status).toBe(202);
    await logged('mail-later');
    expect((await fetch(`${at.url}/health/ready`)).status).toBe(200);
    await box.open();
    expect(box.letters).toHaveLength(0);
    at.clock.advance(10_000);
    await arrived(1);
    expect(box.letters[0]?.text).toContain(ANSWERED);
    expect(box.letters[0]?.raw).not.toContain(token);
  });

  it('that asks to come back later is asked again, one that refuses for good is not', async () => {
    const { token } = await talk();
    box.refusal = { code: 451, text: 'greylisted' };
    await ask(token);
    await logged('"why":"EENVELOPE 451"');
    box.refusal = { code: 550, text: 'no such user' };
    at.clock.advance(10_000);
    await logged('"code":"mail-given-up","why":"EENVELOPE 550","tries":2');
    box.refusal = null;
    at.clock.advance(60 * 60_000);
    expect(box.letters).toHaveLength(0);
  });

  it('that does not encrypt gets nothing where encryption is demanded', async () => {
    await at.stop();
    const { server, from } = box.mail;
    at = await startTestServer({ mail: { server: { ...server, mustEncrypt: true }, from } });
    const { token } = await talk();
    await ask(token);
    await logged('mail-later');
    expect(box.visits).toBe(1);
    expect(box.letters).toHaveLength(0);
  });

  it('that hangs holds up neither the lines nor the stop', async () => {
    await at.stop();
    const silent = await openSilentMailServer();
    at = await startTestServer({ mail: mailAt(silent.port) });
    const citizen = await talk();
    for (let i = 0; i < 3; i += 1) expect((await ask(citizen.token)).status).toBe(202);
    await expect.poll(() => silent.callers.size).toBe(2);
    const tab = await connectCitizen(at, citizen);
    say(tab, 1, 'Bent u er nog?');
    await tab.hear('ack');
    const begun = performance.now();
    await at.server.stop();
    expect(performance.now() - begun).toBeLessThan(8_000);
    for (const caller of silent.callers) caller.destroy();
    silent.server.close();
  });

  it('gets what is under way when the server stops', async () => {
    const { token } = await talk();
    await ask(token);
    await at.server.stop();
    expect(box.letters).toHaveLength(1);
  });

  it('that is not configured: no copy is offered, and asking for one finds nothing', async () => {
    const readAfter = async () =>
      afterInfo.parse(await (await fetch(`${at.url}/v1/sites/${SITE}/after`)).json());
    expect((await readAfter()).transcripts).toBe(true);
    await at.stop();
    at = await startTestServer();
    expect((await readAfter()).transcripts).toBe(false);
    const { token } = await talk();
    expect((await ask(token)).status).toBe(404);
  });
});
