// Whom an accepted offer keeps a place for has an index of its own; the one of everything that is open serves nobody any more.
import { type Compilable, type SchemaModule, sql } from 'kysely';

export function indexReserved(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createIndex('conversation_reserved')
      .on('conversation')
      .columns(['organisation_id', 'reserved_until', 'reserved_for'])
      .where(sql.ref('status'), '=', sql.lit('waiting'))
      .where('reserved_until', 'is not', null),
    schema.dropIndex('conversation_desk'),
  ];
}
