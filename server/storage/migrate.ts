// Brings a database up to the present tables. Add a migration: one numbered file and one line in the list.
import type { DatabaseSync } from 'node:sqlite';
import type { Compilable, SchemaModule } from 'kysely';
import { start } from './migrations/0001-start.ts';
import { addCrowd } from './migrations/0002-crowd.ts';
import { makeLogAppendOnly } from './migrations/0003-append-only-log.ts';
import { indexQueueAndActive } from './migrations/0004-queue-and-active.ts';
import { indexReserved } from './migrations/0005-reserved.ts';
import { addOpeningHours } from './migrations/0006-opening-hours.ts';
import { addContactRequest } from './migrations/0007-contact-request.ts';
import { addRating } from './migrations/0008-rating.ts';
import { addGivenBack } from './migrations/0009-given-back.ts';
import { addDutchForm } from './migrations/0010-dutch-form.ts';
import { addQueue } from './migrations/0011-queue.ts';
import { addSilence } from './migrations/0012-silence.ts';
import { addChannels } from './migrations/0013-channels.ts';
import { addLeaseAndRetention } from './migrations/0014-lease-and-retention.ts';
import { addIntroductionAndFormSession } from './migrations/0015-introduction-and-form-session.ts';
import { createKysely, SqliteRunner } from './sqlite-dialect.ts';

const MIGRATIONS: readonly ((schema: SchemaModule) => Compilable[])[] = [
  start,
  addCrowd,
  makeLogAppendOnly,
  indexQueueAndActive,
  indexReserved,
  addOpeningHours,
  addContactRequest,
  addRating,
  addGivenBack,
  addDutchForm,
  addQueue,
  addSilence,
  addChannels,
  addLeaseAndRetention,
  addIntroductionAndFormSession,
];

export function migrate(database: DatabaseSync): void {
  const runner = new SqliteRunner(database);
  const { schema } = createKysely(database, runner);
  const done = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (done > MIGRATIONS.length) {
    throw new Error('The database was made by a newer version of Vangnet; start that version.');
  }
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < done) continue;
    database.exec('BEGIN IMMEDIATE');
    for (const statement of migration(schema)) runner.run(statement);
    database.exec(`PRAGMA user_version = ${index + 1}`);
    database.exec('COMMIT');
  }
}
