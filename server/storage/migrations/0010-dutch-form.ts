// How a site addresses its citizens in Dutch: u, or je.
import type { Compilable, SchemaModule } from 'kysely';

export function addDutchForm(schema: SchemaModule): Compilable[] {
  return [
    schema.alterTable('site').addColumn('dutch_form', 'text', (column) => column.notNull().defaultTo('u')),
  ];
}
