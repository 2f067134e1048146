// After how long a silent conversation ends (rules W), and what has to be known of one over a restart.
import type { ColumnDefinitionBuilder, Compilable, SchemaModule } from 'kysely';

const must = (column: ColumnDefinitionBuilder) => column.notNull();

export function addSilence(schema: SchemaModule): Compilable[] {
  const conversation = () => schema.alterTable('conversation');
  return [
    schema
      .createTable('silence_setting')
      .addColumn('site_id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('organisation_id', 'integer', must)
      .addColumn('ends_after', 'integer', must)
      .addColumn('warns_before', 'integer', must)
      .addForeignKeyConstraint('silence_setting_site', ['organisation_id', 'site_id'], 'site', [
        'organisation_id',
        'id',
      ]),
    conversation().addColumn('heard_at', 'integer'),
    conversation().addColumn('warned_at', 'integer'),
    conversation().addColumn('ends_at', 'integer'),
  ];
}
