// The log is written at its end only, in the order of arrival; where each event of a conversation stands is noted later, in bulk.
import { type ColumnDefinitionBuilder, type Compilable, CompiledQuery, type SchemaModule } from 'kysely';

const must = (column: ColumnDefinitionBuilder) => column.notNull();

const COPY = `INSERT INTO conversation_log (id, at, kind, message_id, device, n, sender, author, body)
  SELECT id, at, kind, message_id, device, n, sender, author, body
  FROM conversation_log_by_conversation ORDER BY id`;

export function makeLogAppendOnly(schema: SchemaModule): Compilable[] {
  return [
    schema.alterTable('conversation_log').renameTo('conversation_log_by_conversation'),
    schema
      .createTable('conversation_log')
      .addColumn('row', 'integer', (column) => column.primaryKey())
      .addColumn('id', 'integer', must)
      .addColumn('at', 'integer', must)
      .addColumn('kind', 'text', must)
      .addColumn('message_id', 'text')
      .addColumn('device', 'text')
      .addColumn('n', 'integer')
      .addColumn('sender', 'text')
      .addColumn('author', 'text')
      .addColumn('body', 'text'),
    schema
      .createTable('conversation_place')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('row', 'integer', must),
    { compile: () => CompiledQuery.raw(COPY) },
    schema.dropTable('conversation_log_by_conversation'),
  ];
}
