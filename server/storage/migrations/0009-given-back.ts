// M10: what its writer got back is remembered, because another line may still bring it.
import type { Compilable, SchemaModule } from 'kysely';

export function addGivenBack(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createTable('given_back')
      .addColumn('conversation_id', 'integer', (column) => column.notNull().references('conversation.id'))
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('given_back_key', ['conversation_id', 'message_id']),
  ];
}
