// What a request to be called back has to hold, and who may do what with it.
import { describe, expect, it } from 'vitest';
import type { ContactRequest } from '#protocol';
import {
  type ContactCommand,
  type ContactState,
  decideContact,
  readWords,
} from '../../../server/domain/contact-request.ts';
import { normalisePhone } from '../../../server/domain/phone-number.ts';

const ANNA = { operator: 1, id: 'anna', name: 'Anna de Vries' };
const BRAM = { operator: 2, id: 'bram', name: 'Bram Jansen' };

const CALL: ContactRequest = {
  id: '3f0c5b1e-6a55-4c52-9a0e-2f1d1c0a7b11',
  kind: 'call-back',
  phone: '06-12345678',
  subject: 'Bijstand aanvragen',
  moment: null,
  language: 'nl',
  context: null,
  conversation: null,
};
const MESSAGE: ContactRequest = { ...CALL, kind: 'message', text: 'Waar vind ik mijn aanvraag?' };
const { phone: _, ...NO_PHONE } = MESSAGE;

describe('[K2] a phone number', () => {
  it.each([
    ['06 12 34 56 78', '+31612345678'],
    ['06-12345678', '+31612345678'],
    ['+31 6 12345678', '+31612345678'],
    ['+31 (0)6 1234 5678', '+31612345678'],
    ['+310612345678', '+31612345678'],
    ['0031 20 123 45 67', '+31201234567'],
    ['(020) 123.45.67', '+31201234567'],
    ['０６１２３４５６７８', '+31612345678'],
    ['06‑12345678', '+31612345678'],
    ['+32 470 12 34 56', '+32470123456'],
    ['0049 30 123456', '+4930123456'],
  ])('%s is %s', (written, phone) => {
    expect(normalisePhone(written)).toBe(phone);
  });

  it.each([
    '',
    '112',
    '12345678',
    '06 1234567',
    '06 123456789',
    '0800 1234',
    '0900-12345678',
    '+31 6 1234',
    'bel mij',
    '06-1234567a',
    '+0612345678',
    '+1234567890123456',
  ])('%s is none', (written) => {
    expect(normalisePhone(written)).toBeNull();
  });
});

describe('[K2] a request', () => {
  it('[T5] is kept without a BSN in it', () => {
    const read = readWords({ ...MESSAGE, email: 'a@b.nl', text: 'Mijn BSN is 111222333.' });
    expect(read).toMatchObject({ ok: true, words: { text: 'Mijn BSN is [BSN verborgen].' } });
  });

  it('is cleaned, and keeps nothing but what it needs', () => {
    const read = readWords({
      ...CALL,
      name: ' Jan\u0000  de \u202eVries ',
      email: 'jan@voorbeeld.nl',
      text: ' Graag\u0007 na vijven. ',
    });
    expect(read).toEqual({
      ok: true,
      words: {
        kind: 'call-back',
        name: 'Jan de Vries',
        phone: '+31612345678',
        email: null,
        noAnswer: false,
        subject: 'Bijstand aanvragen',
        text: 'Graag na vijven.',
        language: 'nl',
        context: null,
      },
    });
  });

  it.each([
    ['phone', { ...CALL, phone: '12' }],
    ['phone', { ...CALL, phone: ' ' }],
    ['subject', { ...CALL, subject: ' \u0000 ' }],
    ['text', { ...MESSAGE, text: ' ' }],
    ['email', { ...MESSAGE, email: 'jan@voorbeeld' }],
    ['email', { ...MESSAGE, email: 'jan@a@voorbeeld.nl' }],
    ['email', { ...NO_PHONE }],
    ['phone', { ...MESSAGE, phone: 'geen' }],
  ] as const)('is refused with the name of the field: %s', (field, request) => {
    expect(readWords(request)).toEqual({ ok: false, field });
  });

  it('that is a message needs one way to answer, unless no answer is wanted', () => {
    const reach = (request: ContactRequest) => {
      const read = readWords(request);
      return read.ok ? [read.words.phone, read.words.email, read.words.noAnswer] : null;
    };
    expect(reach({ ...NO_PHONE, email: 'jan@voorbeeld.nl' })).toEqual([null, 'jan@voorbeeld.nl', false]);
    expect(reach(MESSAGE)).toEqual(['+31612345678', null, false]);
    expect(reach({ ...MESSAGE, noAnswer: true })).toEqual([null, null, true]);
  });
});

const OPEN: ContactState = {
  status: 'open',
  assignee: null,
  promisedBy: 100,
  attempts: 0,
  version: 0,
  outcome: null,
  leaseUntil: null,
};
const TAKEN: ContactState = { ...OPEN, status: 'taken', assignee: ANNA, version: 1, leaseUntil: 500 };
const DONE: ContactState = { ...TAKEN, status: 'done', leaseUntil: null, outcome: 'reached', version: 2 };

describe('[K5] the work on a request', () => {
  it('is taken by one operator', () => {
    expect(decideContact(OPEN, { action: 'take', by: ANNA, until: 500 })).toEqual({ ok: true, state: TAKEN });
    expect(decideContact(TAKEN, { action: 'take', by: ANNA, until: 500 })).toEqual({
      ok: true,
      state: TAKEN,
    });
    expect(decideContact(TAKEN, { action: 'take', by: BRAM, until: 500 })).toEqual({
      ok: false,
      reason: 'already-taken',
      assignee: 'Anna de Vries',
    });
  });

  it('is given back by who has it, or by who may free it', () => {
    const open = { ok: true, state: { ...OPEN, version: 2 } };
    expect(decideContact(TAKEN, { action: 'release', by: ANNA, mayFree: false })).toEqual(open);
    expect(decideContact(TAKEN, { action: 'release', by: BRAM, mayFree: true })).toEqual(open);
    expect(decideContact(TAKEN, { action: 'release', by: BRAM, mayFree: false })).toMatchObject({
      reason: 'not-assignee',
    });
    expect(decideContact(OPEN, { action: 'release', by: BRAM, mayFree: true })).toMatchObject({
      reason: 'not-assignee',
    });
  });

  it('[K10] is lent while its operator shows up, and goes back when not', () => {
    expect(decideContact(TAKEN, { action: 'renew', until: 800 })).toEqual({
      ok: true,
      state: { ...TAKEN, leaseUntil: 800 },
    });
    expect(decideContact(TAKEN, { action: 'lose', version: 1 })).toEqual({
      ok: true,
      state: { ...OPEN, version: 2 },
    });
    expect(decideContact(TAKEN, { action: 'lose', version: 0 }), 'taken anew').toMatchObject({ ok: false });
    expect(decideContact(OPEN, { action: 'renew', until: 800 })).toMatchObject({ ok: false });
    expect(decideContact(OPEN, { action: 'lose', version: 0 })).toMatchObject({ ok: false });
    expect(decideContact(DONE, { action: 'lose', version: 0 })).toMatchObject({ reason: 'closed' });
  });

  it('ends when the citizen was reached or needs no call, and goes on when nobody answered', () => {
    const finish = (outcome: 'reached' | 'not-reached' | 'not-needed', by = ANNA): ContactCommand => ({
      action: 'finish',
      by,
      outcome,
      again: 900,
    });
    expect(decideContact(TAKEN, finish('reached'))).toEqual({ ok: true, state: DONE });
    expect(decideContact(TAKEN, finish('not-needed'))).toEqual({
      ok: true,
      state: { ...DONE, outcome: 'not-needed' },
    });
    expect(decideContact(TAKEN, finish('not-reached'))).toEqual({
      ok: true,
      state: { ...OPEN, version: 2, attempts: 1, promisedBy: 900, outcome: 'not-reached' },
    });
    expect(decideContact(TAKEN, finish('reached', BRAM))).toMatchObject({ reason: 'not-assignee' });
    expect(decideContact(DONE, { action: 'take', by: BRAM, until: 500 })).toMatchObject({ reason: 'closed' });
  });
});
