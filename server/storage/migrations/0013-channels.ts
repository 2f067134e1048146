// The other ways to be helped, of a site or of one of its departments, and the reasons of closures in more languages.
import type { ColumnDefinitionBuilder, Compilable, SchemaModule } from 'kysely';

const must = (column: ColumnDefinitionBuilder) => column.notNull();

export function addChannels(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createTable('channel_setting')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('department_id', 'integer')
      .addColumn('channels', 'text')
      .addColumn('phone', 'text')
      .addColumn('phone_text', 'text')
      .addColumn('phone_hours', 'text')
      .addColumn('counter_address', 'text')
      .addColumn('counter_text', 'text')
      .addColumn('email', 'text')
      .addColumn('whatsapp', 'text')
      .addColumn('url', 'text')
      .addForeignKeyConstraint('channel_setting_site', ['organisation_id', 'site_id'], 'site', [
        'organisation_id',
        'id',
      ])
      .addForeignKeyConstraint('channel_setting_department', ['site_id', 'department_id'], 'department', [
        'site_id',
        'id',
      ]),
    schema
      .createTable('closure_reason')
      .addColumn('closure_id', 'integer', (column) =>
        column.notNull().references('closure.id').onDelete('cascade'),
      )
      .addColumn('language', 'text', must)
      .addColumn('reason', 'text', must)
      .addPrimaryKeyConstraint('closure_reason_key', ['closure_id', 'language']),
  ];
}
