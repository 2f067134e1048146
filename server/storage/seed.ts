// Writes an organisation with its site, operators and sign-in tokens; running it again changes what changed and doubles nothing.
import type { Kysely } from 'kysely';
import type { OperatorRole } from '#protocol';
import type { WeeklyHours } from '../domain/opening-hours.ts';
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

export function createSeeder(kysely: Kysely<Tables>, runner: SqliteRunner, queue: WriteQueue): Seeder {
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

  function seedSite(organisation: number, site: OrganisationSeed['site']): void {
    const settings = {
      mode: 'proactive',
      origins: JSON.stringify(site.origins),
      phone: site.phone,
      hours_text: site.hoursText,
      contact_url: site.contactUrl,
      privacy_url: site.privacyUrl,
      weekly_hours: JSON.stringify(site.hours),
    };
    runner.run(
      kysely
        .insertInto('site')
        .values({ organisation_id: organisation, key: site.key, ...settings })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(settings)),
    );
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
        seedSite(organisation, seed.site);
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
