// The sites where the tag may run, read as a whole: the directory in memory is checked at every handshake.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Site, SiteStore } from '../application/ports.ts';
import type { Tables } from './schema.ts';

const originList = z.array(z.string());
const weeklyHours = z
  .array(z.array(z.strictObject({ from: z.int().min(0), to: z.int().max(1_440) })))
  .length(7);
const siteMode = z.enum(['proactive', 'button', 'off']);

export function createSiteStore(kysely: Kysely<Tables>): SiteStore {
  return {
    async readSites(): Promise<Site[]> {
      const rows = await kysely
        .selectFrom('site')
        .innerJoin('organisation', 'organisation.id', 'site.organisation_id')
        .selectAll('site')
        .select('organisation.name as organisation_name')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        organisation: row.organisation_id,
        organisationName: row.organisation_name,
        key: row.key,
        mode: siteMode.parse(row.mode),
        origins: new Set(originList.parse(JSON.parse(row.origins))),
        contact: { phone: row.phone, hours: row.hours_text, url: row.contact_url },
        privacyUrl: row.privacy_url,
        hours: weeklyHours.parse(JSON.parse(row.weekly_hours)),
        measures: row.measures === 1,
      }));
    },
  };
}
