// What citizens think of a conversation, and what each site asks about it. One row per conversation, the newest answers only.
import type { ColumnDefinitionBuilder, Compilable, SchemaModule } from 'kysely';

const must = (column: ColumnDefinitionBuilder) => column.notNull();
const siteKey = ['organisation_id', 'site_id'] as const;

export function addRating(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createTable('rating_setting')
      .addColumn('site_id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('organisation_id', 'integer', must)
      .addColumn('questions', 'text', must)
      .addColumn('remark', 'integer', must)
      .addForeignKeyConstraint('rating_setting_site', [...siteKey], 'site', ['organisation_id', 'id']),
    schema
      .createTable('rating')
      .addColumn('conversation_id', 'integer', (column) =>
        column.primaryKey().notNull().references('conversation.id'),
      )
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('first_at', 'integer', must)
      .addColumn('rated_at', 'integer', must)
      .addColumn('effort', 'integer')
      .addColumn('solved', 'text')
      .addColumn('satisfaction', 'integer')
      .addColumn('recommendation', 'integer')
      .addColumn('form_done', 'text')
      .addColumn('remark', 'text')
      .addForeignKeyConstraint('rating_site', [...siteKey], 'site', ['organisation_id', 'id']),
    // Reports ask for one organisation and a period.
    schema.createIndex('rating_period').on('rating').columns(['organisation_id', 'first_at']),
  ];
}
