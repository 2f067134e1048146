// What the desk asks of the store beside single conversations: rows of the small indexes, never whole conversations.
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { ConversationRef, ConversationStore, QueuePlace } from '../application/ports.ts';
import { SEQ_SPACE } from './message-log.ts';
import { isActive, isWaiting, type Tables } from './schema.ts';

type QueueReads = Pick<ConversationStore, 'findActive' | 'readQueue' | 'findLostLeases' | 'findEmpty'>;

/**
 * The newest rows of the log have no place yet: they are looked through once for all conversations. A row without a message costs a seek.
 */
const hasNoMessage = sql<SqlBool>`NOT EXISTS (
  SELECT 1 FROM conversation_place p JOIN conversation_log l ON l.row = p.row
  WHERE p.id > conversation.id * ${sql.lit(SEQ_SPACE)} AND p.id < (conversation.id + 1) * ${sql.lit(SEQ_SPACE)} AND l.kind = 'message')
  AND conversation.id NOT IN (
  SELECT l.id / ${sql.lit(SEQ_SPACE)} FROM conversation_log l
  WHERE l.row > (SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM meta WHERE name = 'placed_row') AND l.kind = 'message')`;

const behind = ({ organisation, waitingSince, conversation }: QueuePlace) =>
  sql<SqlBool>`(organisation_id, waiting_since, id) > (${organisation}, ${waitingSince}, ${conversation})`;

const toRef = (row: { organisation_id: number; id: number }): ConversationRef => ({
  organisation: row.organisation_id,
  conversation: row.id,
});

const toPlace = (row: { organisation_id: number; id: number; waiting_since: number }): QueuePlace => ({
  ...toRef(row),
  waitingSince: row.waiting_since,
});

export function createQueueReads(kysely: Kysely<Tables>): QueueReads {
  return {
    async findActive(organisation, operator) {
      let query = kysely
        .selectFrom('conversation')
        .select(['organisation_id', 'id', 'assignee_id'])
        .where(isActive)
        .where('organisation_id', '=', organisation);
      if (operator !== undefined) query = query.where('assignee_id', '=', operator);
      const rows = await query.orderBy('id').execute();
      return rows.map((row) => ({ ...toRef(row), operator: row.assignee_id ?? 0 }));
    },
    async readQueue(organisation, after, limit) {
      let query = kysely
        .selectFrom('conversation')
        .select(['organisation_id', 'id', 'waiting_since'])
        .where(isWaiting)
        .where('organisation_id', '=', organisation);
      if (after) query = query.where(behind(after));
      const rows = await query.orderBy('waiting_since').orderBy('id').limit(limit).execute();
      return rows.map(toPlace);
    },
    async findLostLeases(now) {
      const rows = await kysely
        .selectFrom('conversation')
        .select(['organisation_id', 'id'])
        .where(isActive)
        .where('lease_until', '<=', now)
        .execute();
      return rows.map(toRef);
    },
    async findEmpty(openedBefore, { after, limit }) {
      let query = kysely
        .selectFrom('conversation')
        .select(['organisation_id', 'id', 'waiting_since'])
        .select(sql<number>`opened_at < ${openedBefore} AND ${hasNoMessage}`.as('is_empty'))
        .where(isWaiting);
      if (after) query = query.where(behind(after));
      const rows = await query
        .orderBy('organisation_id')
        .orderBy('waiting_since')
        .orderBy('id')
        .limit(limit)
        .execute();
      const last = rows.at(-1);
      return {
        found: rows.filter((row) => row.is_empty === 1).map(toRef),
        next: last && rows.length === limit ? toPlace(last) : null,
      };
    },
  };
}
