// Opening hours beyond the week: holidays, departments with their forms, days with hours of their own, and closures.
import type { ColumnDefinitionBuilder, Compilable, SchemaModule } from 'kysely';

const key = (column: ColumnDefinitionBuilder) => column.primaryKey().autoIncrement();
const must = (column: ColumnDefinitionBuilder) => column.notNull();
const siteKey = ['organisation_id', 'site_id'] as const;
const departmentKey = ['site_id', 'department_id'] as const;

function siteSettings(schema: SchemaModule): Compilable[] {
  const site = () => schema.alterTable('site');
  return [
    site().addColumn('outside_hours', 'text', (column) => column.notNull().defaultTo('closed')),
    site().addColumn('closed_on_holidays', 'integer', (column) => column.notNull().defaultTo(1)),
    site().addColumn('closed_on_good_friday', 'integer', (column) => column.notNull().defaultTo(0)),
    site().addColumn('closed_on_liberation_day', 'text', (column) => column.notNull().defaultTo('lustrum')),
  ];
}

function departments(schema: SchemaModule): Compilable[] {
  return [
    schema
      .createTable('department')
      .addColumn('id', 'integer', key)
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('name', 'text', must)
      .addColumn('weekly_hours', 'text')
      .addUniqueConstraint('department_name', ['site_id', 'name'])
      .addUniqueConstraint('department_of_site', ['site_id', 'id'])
      .addForeignKeyConstraint('department_site', [...siteKey], 'site', ['organisation_id', 'id']),
    schema
      .createTable('department_form')
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('form', 'text', must)
      .addColumn('department_id', 'integer', must)
      .addPrimaryKeyConstraint('department_form_key', ['site_id', 'form'])
      .addForeignKeyConstraint('department_form_site', [...siteKey], 'site', ['organisation_id', 'id'])
      .addForeignKeyConstraint('department_form_department', [...departmentKey], 'department', [
        'site_id',
        'id',
      ]),
  ];
}

/** Both are of the whole site where no department is named. */
function exceptions(schema: SchemaModule): Compilable[] {
  const create = (name: string) =>
    schema
      .createTable(name)
      .addColumn('id', 'integer', key)
      .addColumn('organisation_id', 'integer', must)
      .addColumn('site_id', 'integer', must)
      .addColumn('department_id', 'integer')
      .addForeignKeyConstraint(`${name}_site`, [...siteKey], 'site', ['organisation_id', 'id'])
      .addForeignKeyConstraint(`${name}_department`, [...departmentKey], 'department', ['site_id', 'id']);
  return [
    create('special_day').addColumn('day', 'text', must).addColumn('hours', 'text', must),
    create('closure')
      .addColumn('starts', 'text', must)
      .addColumn('ends', 'text', must)
      .addColumn('reason', 'text'),
  ];
}

export function addOpeningHours(schema: SchemaModule): Compilable[] {
  return [...siteSettings(schema), ...departments(schema), ...exceptions(schema)];
}
