// The demo organisation: gemeente Voorbeeldstad with its site, hours and four people. Only written in demo mode.
import type { Clock, Random } from './application/ports.ts';
import { hashSecret } from './application/relay.ts';
import type { OpenPeriod } from './domain/opening-hours.ts';
import type { OrganisationSeed, Seeder } from './storage/seed.ts';

const TOKEN_LIFE_MS = 24 * 60 * 60_000;

const OFFICE: readonly OpenPeriod[] = [{ from: 9 * 60, to: 17 * 60 }];
const EVENING: readonly OpenPeriod[] = [{ from: 9 * 60, to: 20 * 60 }];
const CLOSED: readonly OpenPeriod[] = [];
const WEEK = [OFFICE, OFFICE, OFFICE, EVENING, OFFICE, CLOSED, CLOSED];

/** Ids are fixed, so that a second start finds the same people. */
const PEOPLE = [
  { id: 'demo000000000000000001', name: 'Anna de Vries', role: 'operator', label: 'medewerker Anna' },
  { id: 'demo000000000000000002', name: 'Bram Jansen', role: 'operator', label: 'medewerker Bram' },
  { id: 'demo000000000000000003', name: 'Chris Bakker', role: 'supervisor', label: 'teamleider Chris' },
  { id: 'demo000000000000000004', name: 'Dewi Santoso', role: 'administrator', label: 'beheerder Dewi' },
] as const;

function describeOrganisation(origin: string, origins: readonly string[]): OrganisationSeed {
  return {
    id: 'demo000000000000000000',
    name: 'Gemeente Voorbeeldstad',
    site: {
      key: 'voorbeeldstad',
      origins,
      phone: '14 0999',
      hoursText: 'maandag tot en met vrijdag van 9.00 tot 17.00 uur, donderdag tot 20.00 uur',
      contactUrl: `${origin}/demo/`,
      privacyUrl: `${origin}/demo/uitleg`,
      hours: WEEK,
      channels: {
        phoneHours: WEEK,
        counterAddress: 'Stadhuis, Marktplein 1, Voorbeeldstad',
        counterText: 'maandag tot en met vrijdag van 9.00 tot 16.00 uur, zonder afspraak',
        email: 'info@voorbeeldstad.example',
      },
      measures: true,
      forms: { '': { sensitivity: 'normal', manner: 'card' } },
    },
    operators: PEOPLE.map(({ id, name, role }) => ({ id, name, role })),
  };
}

export interface SignInLink {
  /** Role and first name, as it is printed. */
  label: string;
  url: string;
}

export interface Demo {
  /** Fresh one-time links: each works once, so each view of the tour gets its own. */
  makeSignInLinks(): { links: SignInLink[]; stored: Promise<unknown> };
}

export async function seedDemo(
  seeder: Seeder,
  world: { clock: Clock; random: Random; origin: string; origins: readonly string[] },
): Promise<Demo> {
  const { clock, random, origin, origins } = world;
  await seeder.seed(describeOrganisation(origin, origins));
  await seeder.dropSignInTokens();
  return {
    makeSignInLinks() {
      const made = PEOPLE.map(({ id, label }) => ({ id, label, token: random.token() }));
      const until = clock.now() + TOKEN_LIFE_MS;
      return {
        links: made.map(({ label, token }) => ({ label, url: `${origin}/console/aanmelden#${token}` })),
        stored: Promise.all(made.map(({ id, token }) => seeder.addSignInToken(id, hashSecret(token), until))),
      };
    },
  };
}
