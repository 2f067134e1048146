/** What stays on the device: only ours, never more than needed, and nothing breaks where storage is forbidden. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#protocol';
import { messageId, visitorToken } from '#protocol/schemas';
import { makeToken, makeUuid } from '../../../../widget/conversation/random-ids.ts';
import { createSessionStore, parseSession } from '../../../../widget/conversation/session-store.ts';

const TOKEN = 'A'.repeat(43);
const session = {
  token: TOKEN,
  conversation: null,
  open: true,
  device: null,
  outbox: [],
  owed: [],
  seen: 0,
  draft: 'hoe',
  hidesPage: true,
  language: 'nl' as const,
  introduction: null,
};
const NOW = Date.now();

function createStorage(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: (index) => [...values.keys()][index] ?? null,
    removeItem: (key) => void values.delete(key),
    setItem: (key, value) => void values.set(key, value),
  };
}

describe('createSessionStore', () => {
  it('keeps one session per site under one name, and wipes it', () => {
    const storage = createStorage();
    const store = createSessionStore('voorbeeldstad', () => storage);
    expect(store.read()).toBeNull();
    expect(store.write(session)).toBe(true);
    expect(storage.key(0)).toBe('vangnet:voorbeeldstad');
    expect(store.read()).toEqual(session);
    expect(createSessionStore('elders', () => storage).read()).toBeNull();
    store.wipe();
    expect(storage.length).toBe(0);
  });

  it('[M9] forgets messages of more than half an hour ago, and remembers that there was one', () => {
    const storage = createStorage();
    const store = createSessionStore('voorbeeldstad', () => storage);
    const old = { id: makeUuid(), text: 'oud', at: NOW - 31 * 60_000 };
    const young = { id: makeUuid(), text: 'jong', at: NOW - 29 * 60_000 };
    store.write({ ...session, outbox: [old, young], owed: [old.id, young.id] });
    expect(store.read()).toMatchObject({ outbox: [young], owed: [old.id, young.id] });
  });

  it('says so when the browser forbids storage, and never throws', () => {
    const store = createSessionStore('voorbeeldstad', () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    expect(store.read()).toBeNull();
    expect(store.write(session)).toBe(false);
    expect(() => store.wipe()).not.toThrow();
  });
});

describe('parseSession', () => {
  it('gives back what was written', () => {
    const text = fc.string();
    const kept = fc.record({
      token: fc.constant(TOKEN),
      conversation: fc.option(text),
      open: fc.boolean(),
      device: fc.option(text),
      outbox: fc.array(fc.record({ id: text, text, at: fc.integer({ min: NOW - 60_000, max: NOW }) })),
      owed: fc.array(text),
      seen: fc.nat(),
      draft: text,
      hidesPage: fc.boolean(),
      language: fc.option(fc.constantFrom(...LANGUAGES)),
      introduction: fc.option(fc.record({ name: text, subject: text })),
    });
    fc.assert(
      fc.property(kept, (value) => {
        expect(parseSession(JSON.stringify(value), NOW)).toEqual(value);
      }),
    );
  });

  it('reads nothing, or something whole, from whatever the page put there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        expect(parseSession(json, NOW)).toBeNull();
      }),
    );
    expect(parseSession(JSON.stringify({ token: 'short' }), NOW)).toBeNull();
    const odd = {
      token: TOKEN,
      open: 1,
      draft: {},
      outbox: [null, 1, { id: 1 }],
      owed: [1, {}],
      seen: 'all',
      introduction: { name: 1 },
    };
    expect(parseSession(JSON.stringify(odd), NOW)).toEqual({
      ...session,
      language: null,
      open: false,
      draft: '',
      hidesPage: false,
    });
  });
});

describe('random ids', () => {
  it('have the form that the server asks for, and differ', () => {
    const tokens = Array.from({ length: 200 }, makeToken);
    const uuids = Array.from({ length: 200 }, makeUuid);
    for (const token of tokens) expect(visitorToken.safeParse(token).success, token).toBe(true);
    for (const uuid of uuids) expect(messageId.safeParse(uuid).success, uuid).toBe(true);
    expect(new Set([...tokens, ...uuids]).size).toBe(400);
  });
});
