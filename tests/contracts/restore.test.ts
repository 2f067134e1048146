// A backup that is put back must not pass for the history that browsers know: the commands of docs/reliability.md do what that page says.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore, type Store } from '../../server/storage/sqlite-store.ts';
import { makeDataDir } from '../support/server/test-server.ts';

const PAGE = readFileSync(new URL('../../docs/reliability.md', import.meta.url), 'utf8');
const COMMANDS = [...PAGE.matchAll(/node --eval "(.+)"$/gm)].map(([, script = '']) =>
  script.replaceAll('\\"', '"'),
);

let folder: string;
let store: Store;
beforeEach(() => {
  folder = makeDataDir();
  mkdirSync(join(folder, 'data'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (epoch: string): void => {
  store = openSqliteStore(join(folder, 'data'), { epoch, mode: 'test' });
};

/** As an administrator does, in the folder of the server. */
function runCommand(containing: string): void {
  const found = COMMANDS.filter((script) => script.includes(containing));
  expect(found).toHaveLength(1);
  execFileSync(process.execPath, ['--eval', ...found], { cwd: folder, stdio: 'pipe' });
}

async function startTalk(id: string): Promise<void> {
  const opening = { organisation: 1, site: 1, language: 'nl', context: null, offer: null } as const;
  await store.conversations.open({ ...opening, id, tokenHash: id }, 1);
}

describe('[R5] a backup that is put back', () => {
  it('has what it had, and another epoch', async () => {
    open('first');
    await store.seeder.seed({
      id: 'org',
      name: 'Gemeente Voorbeeldstad',
      site: {
        key: 'site',
        origins: ['https://voorbeeldstad.example'],
        phone: '14 0123',
        hoursText: 'altijd',
        contactUrl: 'https://voorbeeldstad.example/',
        privacyUrl: 'https://voorbeeldstad.example/',
        hours: [[], [], [], [], [], [], []],
      },
      operators: [{ id: 'anna', name: 'Anna de Vries', role: 'operator' }],
    });
    await startTalk('before');
    runCommand('VACUUM INTO');
    await startTalk('after');
    store.close();

    const file = join(folder, 'data', 'vangnet.db');
    copyFileSync(join(folder, 'data', 'backup.db'), file);
    for (const rest of ['-wal', '-shm']) rmSync(`${file}${rest}`, { force: true });
    runCommand('DELETE FROM meta');
    open('second');
    expect(store.conversations.epoch).toBe('second');
    const queue = await store.conversations.readQueue(1, null, 10);
    const before = await store.conversations.findById(1, 'before');
    expect(queue.map(({ conversation }) => conversation)).toEqual([before?.conversation]);
  });
});
