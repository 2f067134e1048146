// Within how many seconds a site answers (Q4), and that who waits asked to be called back as well (Q5).
import type { Compilable, SchemaModule } from 'kysely';

export function addQueue(schema: SchemaModule): Compilable[] {
  return [
    schema
      .alterTable('site')
      .addColumn('answer_within', 'integer', (column) => column.notNull().defaultTo(120)),
    schema.alterTable('conversation').addColumn('call_back', 'text'),
    schema.alterTable('conversation').addColumn('call_back_by', 'integer'),
  ];
}
