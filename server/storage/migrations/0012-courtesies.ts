// What a site does for a citizen who is silent, whose form is about to close, or who may say who they are.
import type { ColumnDefinitionBuilder, Compilable, SchemaModule } from 'kysely';

const must = (column: ColumnDefinitionBuilder) => column.notNull();
const siteKey = ['organisation_id', 'site_id'] as const;

function settingOfSite(schema: SchemaModule, name: string) {
  return schema
    .createTable(name)
    .addColumn('site_id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('organisation_id', 'integer', must)
    .addForeignKeyConstraint(`${name}_site`, [...siteKey], 'site', ['organisation_id', 'id']);
}

export function addCourtesies(schema: SchemaModule): Compilable[] {
  const conversation = () => schema.alterTable('conversation');
  return [
    settingOfSite(schema, 'silence_setting')
      .addColumn('ends_after', 'integer', must)
      .addColumn('warns_before', 'integer', must),
    settingOfSite(schema, 'question_setting')
      .addColumn('name', 'integer', must)
      .addColumn('subject', 'integer', must),
    schema
      .createTable('form_session')
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('form', 'text', must)
      .addColumn('minutes', 'integer', must)
      .addColumn('warns_before', 'integer', must)
      .addPrimaryKeyConstraint('form_session_key', ['site_id', 'form'])
      .addForeignKeyConstraint('form_session_site', [...siteKey], 'site', ['organisation_id', 'id']),
    conversation().addColumn('heard_at', 'integer'),
    conversation().addColumn('warned_at', 'integer'),
    conversation().addColumn('ends_at', 'integer'),
    conversation().addColumn('introduction', 'text'),
  ];
}
