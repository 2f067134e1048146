// Requests to be called back and messages that were left, and per site within how many open days somebody answers.
import { type ColumnDefinitionBuilder, type Compilable, type SchemaModule, sql } from 'kysely';

const must = (column: ColumnDefinitionBuilder) => column.notNull();
const siteKey = ['organisation_id', 'site_id'] as const;

export function addContactRequest(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createTable('contact_norm')
      .addColumn('site_id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('organisation_id', 'integer', must)
      .addColumn('working_days', 'integer', must)
      .addForeignKeyConstraint('contact_norm_site', [...siteKey], 'site', ['organisation_id', 'id']),
    schema
      .createTable('contact_request')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('public_id', 'text', must)
      .addColumn('words', 'text', must)
      .addColumn('moment', 'text')
      .addColumn('conversation_id', 'integer', (column) =>
        column.references('conversation.id').onDelete('set null'),
      )
      .addColumn('created_at', 'integer', must)
      .addColumn('promised_by', 'integer', must)
      .addColumn('status', 'text', must)
      .addColumn('assignee_id', 'integer')
      .addColumn('attempts', 'integer', must)
      .addColumn('version', 'integer', must)
      .addColumn('outcome', 'text')
      .addColumn('changed_at', 'integer', must)
      .addUniqueConstraint('contact_request_name', ['organisation_id', 'public_id'])
      .addForeignKeyConstraint('contact_request_site', [...siteKey], 'site', ['organisation_id', 'id'])
      .addForeignKeyConstraint('contact_request_assignee', ['organisation_id', 'assignee_id'], 'operator', [
        'organisation_id',
        'id',
      ]),
    // Small on purpose: only what is still to be done is ever listed.
    schema
      .createIndex('contact_request_open')
      .on('contact_request')
      .columns(['organisation_id', 'promised_by'])
      .where(sql.ref('status'), '!=', sql.lit('done')),
    // What points at a conversation is looked through when one is purged.
    schema.createIndex('contact_request_conversation').on('contact_request').column('conversation_id'),
  ];
}
