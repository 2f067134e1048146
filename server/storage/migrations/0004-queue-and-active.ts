// The two parts of the desk each with an index of their own: the queue in its order, and who helps whom. Both stay as small as they are.
import { type Compilable, type SchemaModule, sql } from 'kysely';

export function indexQueueAndActive(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createIndex('conversation_queue')
      .on('conversation')
      .columns(['organisation_id', 'waiting_since'])
      .where(sql.ref('status'), '=', sql.lit('waiting')),
    // Not the end of the lease: that changes every 10 s.
    schema
      .createIndex('conversation_active')
      .on('conversation')
      .columns(['organisation_id', 'assignee_id'])
      .where(sql.ref('status'), '=', sql.lit('active')),
  ];
}
