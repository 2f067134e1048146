// Operators, their one-time sign-in tokens and sessions. Only hashes of secrets are stored.
import type { Kysely } from 'kysely';
import type { OperatorRole, OperatorStatus } from '#protocol';
import { OPERATOR_ROLES, OPERATOR_STATUSES } from '#protocol';
import type { AccountStore, OperatorAccount } from '../application/ports.ts';
import type { Tables } from './schema.ts';
import type { SqliteRunner } from './sqlite-dialect.ts';
import type { WriteQueue } from './write-queue.ts';

interface AccountRow {
  operator: number;
  id: string;
  name: string;
  role: string;
  status: string;
  organisation: number;
  organisationName: string;
}

function readRole(role: string): OperatorRole {
  const known = OPERATOR_ROLES.find((name) => name === role);
  if (!known) throw new Error(`The database has an operator with the unknown role ${role}.`);
  return known;
}

function readStatus(status: string): OperatorStatus {
  return OPERATOR_STATUSES.find((name) => name === status) ?? 'absent';
}

function toAccount(row: AccountRow | undefined): OperatorAccount | null {
  return row ? { ...row, role: readRole(row.role), status: readStatus(row.status) } : null;
}

const ACCOUNT_COLUMNS = [
  'operator.id as operator',
  'operator.public_id as id',
  'operator.name',
  'operator.role',
  'operator.status',
  'operator.organisation_id as organisation',
  'organisation.name as organisationName',
] as const;

export function createAccountStore(
  kysely: Kysely<Tables>,
  runner: SqliteRunner,
  queue: WriteQueue,
): AccountStore {
  const operators = () =>
    kysely
      .selectFrom('operator')
      .innerJoin('organisation', 'organisation.id', 'operator.organisation_id')
      .select(ACCOUNT_COLUMNS);

  function useToken(hash: string, now: number): OperatorAccount | null {
    const [used] = runner.run(
      kysely
        .updateTable('sign_in_token')
        .set({ used_at: now })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('operator_id'),
    );
    if (!used) return null;
    runner.run(
      kysely.updateTable('operator').set({ status: 'available' }).where('id', '=', used.operator_id),
    );
    return toAccount(runner.run(operators().where('operator.id', '=', used.operator_id))[0]);
  }

  return {
    signIn: (asked, now) =>
      queue.write(() => {
        const account = useToken(asked.tokenHash, now);
        if (!account) return null;
        runner.run(
          kysely.insertInto('session').values({
            hash: asked.sessionHash,
            organisation_id: account.organisation,
            operator_id: account.operator,
            created_at: now,
            expires_at: asked.sessionUntil,
          }),
        );
        return account;
      }),
    async findSession(sessionHash, now) {
      const row = await operators()
        .innerJoin('session', 'session.operator_id', 'operator.id')
        .where('session.hash', '=', sessionHash)
        .where('session.expires_at', '>', now)
        .executeTakeFirst();
      return toAccount(row);
    },
    endSession: (sessionHash) =>
      queue.write(() => {
        runner.run(kysely.deleteFrom('session').where('hash', '=', sessionHash));
      }),
    setStatus: ({ organisation, operator }, status) =>
      queue.write(() => {
        runner.run(
          kysely
            .updateTable('operator')
            .set({ status })
            .where('organisation_id', '=', organisation)
            .where('id', '=', operator),
        );
      }),
  };
}
