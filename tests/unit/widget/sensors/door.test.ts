// The guarded door: whatever fails behind it is reported, and nothing reaches the page.
import { afterEach, expect, it } from 'vitest';
import { createDoor } from '../../../../widget/sensors/door.ts';

const native = globalThis.Promise;
afterEach(() => {
  globalThis.Promise = native;
});

/** What fails in a guarded task, told once the task is over. */
async function failures(run: () => unknown): Promise<string[]> {
  const seen: string[] = [];
  createDoor((error) => seen.push(`${error}`)).guard(run)();
  await new native((done) => setTimeout(done));
  return seen;
}

it('reports what throws, and what fails later', async () => {
  expect(
    await failures(() => {
      throw new Error('now');
    }),
  ).toEqual(['Error: now']);
  expect(await failures(async () => Promise.reject(new Error('later')))).toEqual(['Error: later']);
});

it('reports what fails later on a page that has put a kind of its own in the place of Promise', async () => {
  globalThis.Promise = class extends native<unknown> {} as PromiseConstructor;
  expect(
    await failures(async () => {
      throw new Error('later');
    }),
  ).toEqual(['Error: later']);
});

it('runs nothing any more when it is stopped', () => {
  const ran: string[] = [];
  const door = createDoor(() => {});
  const run = door.guard(() => ran.push('ran'));
  run();
  door.stop();
  run();
  expect(ran).toEqual(['ran']);
});
