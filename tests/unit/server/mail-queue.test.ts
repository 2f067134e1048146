// Mail on its way out, on a cranked clock and with a mail server that does what the test says.
import { beforeEach, describe, expect, it } from 'vitest';
import { type Mail, MailFailed } from '../../../server/application/mail-port.ts';
import { MailQueue } from '../../../server/application/mail-queue.ts';
import type { Log } from '../../../server/application/ports.ts';
import { ManualClock } from '../../support/server/manual-clock.ts';

const MAIL: Mail = {
  to: 'burger@voorbeeld.example',
  fromName: 'Gemeente',
  language: 'nl',
  subject: 'Kopie',
  text: 'tekst',
  html: '<p>tekst</p>',
};
const write = async () => MAIL;
/** Everything that was started in this turn has gone as far as it can. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

let clock: ManualClock;
let lines: string[];
let sent: number;
let fails: Error | null;
let hangs: (() => void)[] | null;
let queue: MailQueue;

beforeEach(() => {
  clock = new ManualClock();
  lines = [];
  sent = 0;
  fails = null;
  hangs = null;
  const keep: Log['info'] = (fields) => void lines.push(JSON.stringify(fields));
  const mailer = {
    async send() {
      if (hangs) await new Promise<void>((resolve) => void hangs?.push(resolve));
      if (fails) throw fails;
      sent += 1;
    },
  };
  queue = new MailQueue({ mailer, clock, log: { info: keep, warn: keep, error: keep } });
});

describe('[E4] the mail queue', () => {
  it('sends at once, two at a time', async () => {
    hangs = [];
    for (let i = 0; i < 5; i++) expect(queue.add(write)).toBe(true);
    await settle();
    expect(hangs).toHaveLength(2);
    hangs[0]?.();
    await settle();
    expect([sent, hangs.length]).toEqual([1, 3]);
  });

  it('tries again, ever later, and gives up after half an hour', async () => {
    fails = new MailFailed('ECONNECTION', false);
    queue.add(write);
    for (const wait of [10_000, 60_000, 300_000, 1_500_000]) {
      await settle();
      clock.advance(wait - 1);
      const before = lines.length;
      await settle();
      expect(lines).toHaveLength(before);
      clock.advance(1);
    }
    await settle();
    expect(lines.map((line) => JSON.parse(line).code)).toEqual([
      ...Array<string>(4).fill('mail-later'),
      'mail-given-up',
    ]);
    expect(lines.join()).not.toContain('voorbeeld.example');
    clock.advance(3_600_000);
    await settle();
    expect(lines).toHaveLength(5);
  });

  it('sends what failed as soon as it can, and writes it anew', async () => {
    let written = 0;
    fails = new MailFailed('ECONNECTION', false);
    queue.add(async () => {
      written += 1;
      return MAIL;
    });
    await settle();
    fails = null;
    clock.advance(10_000);
    await settle();
    expect([sent, written]).toEqual([1, 2]);
  });

  it('does not try again what is refused for good, nor send what is no longer there', async () => {
    fails = new MailFailed('EENVELOPE 550', true);
    queue.add(write);
    await settle();
    expect(lines).toEqual([JSON.stringify({ code: 'mail-given-up', why: 'EENVELOPE 550', tries: 1 })]);
    fails = null;
    queue.add(async () => null);
    await settle();
    expect([sent, lines.length]).toEqual([0, 1]);
  });

  it('tells of a mistake of ours by its name only', async () => {
    queue.add(() => Promise.reject(new TypeError('burger@voorbeeld.example')));
    await settle();
    expect(lines).toEqual([JSON.stringify({ code: 'mail-later', why: 'TypeError', tries: 1 })]);
  });

  it('has room for so many, and takes more when they have gone', async () => {
    hangs = [];
    let taken = 0;
    while (queue.add(write)) taken += 1;
    expect(taken).toBe(500);
    const held = hangs;
    hangs = null;
    for (const go of held) go();
    await settle();
    expect(sent).toBe(500);
    expect(queue.add(write)).toBe(true);
  });

  it('stops when what can go has gone, and drops what waits for later', async () => {
    fails = new MailFailed('ECONNECTION', false);
    queue.add(write);
    await settle();
    fails = null;
    hangs = [];
    queue.add(write);
    await settle();
    let stopped = false;
    const stopping = queue.stop().then(() => {
      stopped = true;
    });
    expect(queue.add(write)).toBe(false);
    await settle();
    expect(stopped).toBe(false);
    hangs[0]?.();
    await stopping;
    expect(sent).toBe(1);
    expect(lines.at(-1)).toBe(JSON.stringify({ code: 'mail-dropped', count: 1 }));
    clock.advance(3_600_000);
    await settle();
    expect(sent).toBe(1);
  });

  it('that has nothing stops at once', () => queue.stop());
});
