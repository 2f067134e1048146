// Kysely on node:sqlite. Reads are asynchronous as Kysely wants; writes run in one turn inside the write queue's transaction.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  type Compilable,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from './schema.ts';

function toSqlValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`SQLite takes text, numbers and null; a ${typeof value} came in.`);
}

/** Runs compiled queries at once and keeps their prepared statements. */
export class SqliteRunner {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  run<Row>(query: Compilable<Row>): Row[] {
    return this.runCompiled<Row>(query.compile());
  }

  runCompiled<Row>({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): Row[] {
    const rows: unknown[] = this.#prepare(sql).all(...parameters.map(toSqlValue));
    // The row type is Kysely's reading of schema.ts, which the migrations made true.
    return rows as Row[];
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

class ReadConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #runner: SqliteRunner;

  constructor(database: DatabaseSync, runner: SqliteRunner) {
    this.#database = database;
    this.#runner = runner;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    // On the one connection a read inside an open transaction would see what is not committed yet.
    if (this.#database.isTransaction) throw new Error('A read may not run inside a write transaction.');
    return { rows: this.#runner.runCompiled<Row>(query) };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Streaming is not used: reads are pages.');
  }
}

async function refuseTransaction(): Promise<void> {
  throw new Error('Writes of several rows go through the write queue.');
}

function createDriver(database: DatabaseSync, runner: SqliteRunner): Driver {
  const connection = new ReadConnection(database, runner);
  const nothing = async () => {};
  return {
    init: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    beginTransaction: refuseTransaction,
    commitTransaction: refuseTransaction,
    rollbackTransaction: refuseTransaction,
    destroy: nothing,
  };
}

export function createKysely(database: DatabaseSync, runner: SqliteRunner): Kysely<Tables> {
  const dialect: Dialect = {
    createDriver: () => createDriver(database, runner),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  };
  return new Kysely<Tables>({ dialect });
}
