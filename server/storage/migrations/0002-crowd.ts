// Per form: how readily it offers help, and what its crowd knows of each field. Sums only; nothing of one visit is kept.
import type { ColumnDefinitionBuilder, Compilable, SchemaModule } from 'kysely';

const must = (column: ColumnDefinitionBuilder) => column.notNull();
const siteKey = ['organisation_id', 'site_id'] as const;

export function addCrowd(schema: SchemaModule): Compilable[] {
  return [
    schema.alterTable('site').addColumn('measures', 'integer', (column) => column.notNull().defaultTo(0)),
    schema
      .createTable('form_setting')
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('form', 'text', must)
      .addColumn('sensitivity', 'text', must)
      .addColumn('manner', 'text', must)
      .addPrimaryKeyConstraint('form_setting_key', ['site_id', 'form'])
      .addForeignKeyConstraint('form_setting_site', [...siteKey], 'site', ['organisation_id', 'id']),
    schema
      .createTable('form_field')
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('form', 'text', must)
      .addColumn('field', 'text', must)
      .addColumn('count', 'real', must)
      .addColumn('sum_ln', 'real', must)
      .addColumn('sum_ln2', 'real', must)
      .addColumn('errors', 'real', must)
      .addColumn('last', 'real', must)
      .addColumn('finished', 'real', must)
      .addColumn('unfinished', 'real', must)
      .addColumn('faded_at', 'integer', must)
      .addPrimaryKeyConstraint('form_field_key', ['site_id', 'form', 'field'])
      .addForeignKeyConstraint('form_field_site', [...siteKey], 'site', ['organisation_id', 'id']),
  ];
}
