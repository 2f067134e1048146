// Unfinished requests live in memory for half an hour and never pile up.
import { describe, expect, it } from 'vitest';
import { createRequestStore } from '../../../demo-site/uittreksel/request-store.ts';

function createStore() {
  const clock = { now: 0 };
  let ids = 0;
  const store = createRequestStore(
    () => clock.now,
    () => {
      ids += 1;
      return `id-${ids}`;
    },
  );
  return { clock, store };
}

describe('createRequestStore', () => {
  it('adds answers to earlier ones', () => {
    const { store } = createStore();
    const id = store.create(new Map([['a', ['1']]]));
    store.add(id, new Map([['b', ['2']]]));
    expect([...(store.find(id) ?? [])]).toEqual([
      ['a', ['1']],
      ['b', ['2']],
    ]);
  });

  it('forgets a request that was left alone for half an hour', () => {
    const { clock, store } = createStore();
    const id = store.create(new Map());
    clock.now = 30 * 60_000 - 1;
    expect(store.find(id)).toBeDefined();
    clock.now += 1;
    expect(store.find(id)).toBeUndefined();
  });

  it('drops the oldest when too many are open', () => {
    const { store } = createStore();
    const first = store.create(new Map());
    const second = store.create(new Map());
    store.add(first, new Map());
    for (let index = 0; index < 499; index += 1) store.create(new Map());
    expect(store.find(second)).toBeUndefined();
    expect(store.find(first)).toBeDefined();
  });
});
