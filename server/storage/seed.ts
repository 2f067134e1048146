// Writes an organisation with its site, operators and sign-in tokens; running it again changes what changed and doubles nothing.
import type { Kysely } from 'kysely';
import type { OfferManner, OperatorRole, Sensitivity } from '#protocol';
import type { WeeklyHours } from '../domain/opening-hours.ts';
import type { OutsideHours } from '../domain/reach.ts';
import type { Tables } from './schema.ts';
import type { SqliteRunner } from './sqlite-dialect.ts';
import type { WriteQueue } from './write-queue.ts';

export interface OrganisationSeed {
  id: string;
  name: string;
  site: {
    key: string;
    origins: readonly string[];
    phone: string;
    hoursText: string;
    contactUrl: string;
    privacyUrl: string;
    hours: WeeklyHours;
    /** Left out: whoever is there helps at any hour, and on holidays. */
    outsideHours?: OutsideHours;
    /** What an administrator set later is kept. */
    channels?: { phoneHours: WeeklyHours; counterAddress: string; counterText: string; email: string };
    /** Pages may tell sums of how forms are filled in; left out: they may not. */
    measures?: boolean;
    /** By the name of the form, the empty name for the whole site. What an administrator set later is kept. */
    forms?: Readonly<Record<string, { sensitivity: Sensitivity; manner: OfferManner }>>;
  };
  operators: readonly { id: string; name: string; role: OperatorRole }[];
}

export interface Seeder {
  seed(organisation: OrganisationSeed): Promise<void>;
  /** Stores the hash of a one-time token for the operator with that id. */
  addSignInToken(operator: string, hash: string, expiresAt: number): Promise<void>;
  /** Forgets the tokens of earlier starts. */
  dropSignInTokens(): Promise<void>;
}

interface Tools {
  kysely: Kysely<Tables>;
  runner: SqliteRunner;
}

function seedSite({ kysely, runner }: Tools, organisation: number, site: OrganisationSeed['site']): number {
  const settings = {
    mode: 'proactive',
    origins: JSON.stringify(site.origins),
    phone: site.phone,
    hours_text: site.hoursText,
    contact_url: site.contactUrl,
    privacy_url: site.privacyUrl,
    weekly_hours: JSON.stringify(site.hours),
    outside_hours: site.outsideHours ?? 'available',
    measures: site.measures ? 1 : 0,
  };
  const [row] = runner.run(
    kysely
      .insertInto('site')
      .values({ organisation_id: organisation, key: site.key, ...settings })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(settings))
      .returning('id'),
  );
  if (!row) throw new Error('The site was not written.');
  return row.id;
}

function seedForms(
  { kysely, runner }: Tools,
  { organisation, site }: { organisation: number; site: number },
  forms: OrganisationSeed['site']['forms'] = {},
): void {
  for (const [form, setting] of Object.entries(forms))
    runner.run(
      kysely
        .insertInto('form_setting')
        .values({ organisation_id: organisation, site_id: site, form, ...setting })
        .onConflict((conflict) => conflict.columns(['site_id', 'form']).doNothing()),
    );
}

function seedChannels(
  { kysely, runner }: Tools,
  { organisation, site }: { organisation: number; site: number },
  { channels }: OrganisationSeed['site'],
): void {
  const known = kysely.selectFrom('channel_setting').select('id').where('site_id', '=', site);
  if (channels === undefined || runner.run(known).length > 0) return;
  const { phoneHours, counterAddress: counter_address, counterText: counter_text, email } = channels;
  const settings = { phone_hours: JSON.stringify(phoneHours), counter_address, counter_text, email };
  const row = { organisation_id: organisation, site_id: site, ...settings };
  runner.run(kysely.insertInto('channel_setting').values(row));
}

export function createSeeder(kysely: Kysely<Tables>, runner: SqliteRunner, queue: WriteQueue): Seeder {
  const tools = { kysely, runner };

  function seedOrganisation({ id, name }: OrganisationSeed): number {
    const [row] = runner.run(
      kysely
        .insertInto('organisation')
        .values({ public_id: id, name })
        .onConflict((conflict) => conflict.column('public_id').doUpdateSet({ name }))
        .returning('id'),
    );
    if (!row) throw new Error('The organisation was not written.');
    return row.id;
  }

  function seedOperator(organisation: number, operator: OrganisationSeed['operators'][number]): void {
    const { id, name, role } = operator;
    runner.run(
      kysely
        .insertInto('operator')
        .values({ organisation_id: organisation, public_id: id, name, role, status: 'absent' })
        .onConflict((conflict) => conflict.column('public_id').doUpdateSet({ name, role })),
    );
  }

  return {
    seed: (seed) =>
      queue.write(() => {
        const organisation = seedOrganisation(seed);
        const site = seedSite(tools, organisation, seed.site);
        seedForms(tools, { organisation, site }, seed.site.forms);
        seedChannels(tools, { organisation, site }, seed.site);
        for (const operator of seed.operators) seedOperator(organisation, operator);
      }),
    addSignInToken: (operator, hash, expiresAt) =>
      queue.write(() => {
        runner.run(
          kysely
            .insertInto('sign_in_token')
            .columns(['hash', 'operator_id', 'expires_at'])
            .expression((from) =>
              from
                .selectFrom('operator')
                .select((select) => [
                  select.val(hash).as('hash'),
                  'operator.id',
                  select.val(expiresAt).as('expires_at'),
                ])
                .where('operator.public_id', '=', operator),
            ),
        );
      }),
    dropSignInTokens: () =>
      queue.write(() => {
        runner.run(kysely.deleteFrom('sign_in_token'));
      }),
  };
}
