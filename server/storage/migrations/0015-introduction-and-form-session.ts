// What a citizen may tell before the first word (rules N), and how long the session of a form lasts (rules Y).
import type { ColumnDefinitionBuilder, Compilable, SchemaModule } from 'kysely';

const must = (column: ColumnDefinitionBuilder) => column.notNull();
const OF_SITE = ['organisation_id', 'site_id'] as const;

export function addIntroductionAndFormSession(schema: SchemaModule): Compilable[] {
  const conversation = () => schema.alterTable('conversation');
  return [
    schema
      .createTable('introduction_setting')
      .addColumn('site_id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('organisation_id', 'integer', must)
      .addColumn('questions', 'text', must)
      .addForeignKeyConstraint('introduction_setting_site', [...OF_SITE], 'site', ['organisation_id', 'id']),
    schema
      .createTable('form_session_setting')
      .addColumn('site_id', 'integer', must)
      .addColumn('organisation_id', 'integer', must)
      .addColumn('form', 'text', must)
      .addColumn('ends_after', 'integer', must)
      .addColumn('warns_before', 'integer', (column) => column.notNull().defaultTo(3))
      .addColumn('origins', 'text', (column) => column.notNull().defaultTo('[]'))
      .addPrimaryKeyConstraint('form_session_setting_key', ['site_id', 'form'])
      .addForeignKeyConstraint('form_session_setting_site', [...OF_SITE], 'site', ['organisation_id', 'id']),
    conversation().addColumn('introduction', 'text'),
    conversation().addColumn('form_ends_at', 'integer'),
  ];
}
