// The first tables: organisations, sites, operators and their sessions, conversations with their log, offers.
import { type ColumnDefinitionBuilder, type Compilable, type SchemaModule, sql } from 'kysely';

const key = (column: ColumnDefinitionBuilder) => column.primaryKey().autoIncrement();
const must = (column: ColumnDefinitionBuilder) => column.notNull();

function tenants(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createTable('meta')
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('value', 'text', must),
    schema
      .createTable('organisation')
      .addColumn('id', 'integer', key)
      .addColumn('public_id', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', must),
    schema
      .createTable('site')
      .addColumn('id', 'integer', key)
      .addColumn('organisation_id', 'integer', (column) => column.notNull().references('organisation.id'))
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('mode', 'text', must)
      .addColumn('origins', 'text', must)
      .addColumn('phone', 'text')
      .addColumn('hours_text', 'text')
      .addColumn('contact_url', 'text')
      .addColumn('privacy_url', 'text')
      .addColumn('weekly_hours', 'text', must)
      .addUniqueConstraint('site_tenant', ['organisation_id', 'id']),
    schema
      .createTable('operator')
      .addColumn('id', 'integer', key)
      .addColumn('organisation_id', 'integer', (column) => column.notNull().references('organisation.id'))
      .addColumn('public_id', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', must)
      .addColumn('role', 'text', must)
      .addColumn('status', 'text', must)
      .addUniqueConstraint('operator_tenant', ['organisation_id', 'id']),
  ];
}

function accounts(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createTable('sign_in_token')
      .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('operator_id', 'integer', (column) => column.notNull().references('operator.id'))
      .addColumn('expires_at', 'integer', must)
      .addColumn('used_at', 'integer'),
    schema
      .createTable('session')
      .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('organisation_id', 'integer', must)
      .addColumn('operator_id', 'integer', must)
      .addColumn('created_at', 'integer', must)
      .addColumn('expires_at', 'integer', must)
      .addForeignKeyConstraint('session_operator', ['organisation_id', 'operator_id'], 'operator', [
        'organisation_id',
        'id',
      ]),
  ];
}

function conversations(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createTable('conversation')
      .addColumn('id', 'integer', key)
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('public_id', 'text', (column) => column.notNull().unique())
      .addColumn('token_hash', 'text', must)
      .addColumn('language', 'text', must)
      .addColumn('offered', 'integer', must)
      .addColumn('context', 'text')
      .addColumn('status', 'text', must)
      .addColumn('opened_at', 'integer', must)
      .addColumn('waiting_since', 'integer', must)
      .addColumn('assignee_id', 'integer')
      .addColumn('assignment_epoch', 'integer', must)
      .addColumn('lease_until', 'integer')
      .addColumn('reserved_for', 'integer')
      .addColumn('reserved_until', 'integer')
      .addColumn('visitor_read', 'integer', must)
      .addColumn('operator_read', 'integer', must)
      .addUniqueConstraint('conversation_token', ['site_id', 'token_hash'])
      .addForeignKeyConstraint('conversation_site', ['organisation_id', 'site_id'], 'site', [
        'organisation_id',
        'id',
      ])
      .addForeignKeyConstraint('conversation_assignee', ['organisation_id', 'assignee_id'], 'operator', [
        'organisation_id',
        'id',
      ]),
    // Small on purpose: only what is on the desk is ever listed.
    schema
      .createIndex('conversation_desk')
      .on('conversation')
      .columns(['organisation_id', 'waiting_since'])
      .where(sql.ref('status'), '!=', sql.lit('closed')),
    schema
      .createTable('conversation_log')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('at', 'integer', must)
      .addColumn('kind', 'text', must)
      .addColumn('message_id', 'text')
      .addColumn('device', 'text')
      .addColumn('n', 'integer')
      .addColumn('sender', 'text')
      .addColumn('author', 'text')
      .addColumn('body', 'text'),
    schema
      .createTable('device_progress')
      .addColumn('conversation_id', 'integer', (column) => column.notNull().references('conversation.id'))
      .addColumn('device', 'text', must)
      .addColumn('last_n', 'integer', must)
      .addPrimaryKeyConstraint('device_progress_key', ['conversation_id', 'device']),
  ];
}

function offers(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createTable('offer')
      .addColumn('id', 'integer', key)
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('public_id', 'text', (column) => column.notNull().unique())
      .addColumn('operator_id', 'integer')
      .addColumn('state', 'text', must)
      .addColumn('form', 'text', must)
      .addColumn('step', 'text')
      .addColumn('created_at', 'integer', must)
      .addColumn('held_until', 'integer', must)
      .addForeignKeyConstraint('offer_site', ['organisation_id', 'site_id'], 'site', [
        'organisation_id',
        'id',
      ]),
    schema.createIndex('offer_held').on('offer').columns(['organisation_id', 'held_until']),
  ];
}

export function start(schema: SchemaModule): Compilable[] {
  return [...tenants(schema), ...accounts(schema), ...conversations(schema), ...offers(schema)];
}
