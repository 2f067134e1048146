// The sites where the tag may run, read as a whole: the directory in memory is checked at every handshake.
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Department, Site, SiteStore } from '../application/ports.ts';
import type { Calendar, WeeklyHours } from '../domain/opening-hours.ts';
import {
  readClosure,
  readHolidayChoice,
  readOutsideHours,
  readSpecialDay,
  readWeek,
} from './opening-hours-rows.ts';
import type { Tables } from './schema.ts';
import { readSilence } from './site-setting-rows.ts';

const originList = z.array(z.string());
const siteMode = z.enum(['proactive', 'button', 'off']);

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;

interface HoursRows {
  departments: Row<'department'>[];
  forms: Row<'department_form'>[];
  days: Row<'special_day'>[];
  closures: Row<'closure'>[];
}

async function readHoursRows(kysely: Kysely<Tables>): Promise<HoursRows> {
  // In order of writing: of two rows for one day the later one holds.
  const [departments, forms, days, closures] = await Promise.all([
    kysely.selectFrom('department').selectAll().orderBy('id').execute(),
    kysely.selectFrom('department_form').selectAll().execute(),
    kysely.selectFrom('special_day').selectAll().orderBy('id').execute(),
    kysely.selectFrom('closure').selectAll().orderBy('id').execute(),
  ]);
  return { departments, forms, days, closures };
}

/** What holds for the whole site, and behind it, so that it goes first, what holds for the department. */
function collect<One extends { site_id: number; department_id: number | null }>(
  rows: readonly One[],
  site: number,
  department: number | null,
): One[] {
  const ofSite = rows.filter((row) => row.site_id === site);
  const own = department === null ? [] : ofSite.filter((row) => row.department_id === department);
  return [...ofSite.filter((row) => row.department_id === null), ...own];
}

function readCalendar(
  site: Row<'site'>,
  rows: HoursRows,
  { department, week }: { department: number | null; week: WeeklyHours },
): Calendar {
  return {
    week,
    days: new Map(collect(rows.days, site.id, department).map(readSpecialDay)),
    holidays: readHolidayChoice(site),
    closures: collect(rows.closures, site.id, department).map(readClosure),
  };
}

function readDepartments(site: Row<'site'>, rows: HoursRows, siteWeek: WeeklyHours): Department[] {
  return rows.departments
    .filter((row) => row.site_id === site.id)
    .map(({ id, name, weekly_hours }) => {
      const week = weekly_hours === null ? siteWeek : readWeek(`department ${name}`, weekly_hours);
      const forms = rows.forms.filter((row) => row.department_id === id).map(({ form }) => form);
      return { name, forms: new Set(forms), hours: readCalendar(site, rows, { department: id, week }) };
    });
}

export function createSiteStore(kysely: Kysely<Tables>): SiteStore {
  return {
    async readSites(): Promise<Site[]> {
      const [rows, hoursRows, silences] = await Promise.all([
        kysely
          .selectFrom('site')
          .innerJoin('organisation', 'organisation.id', 'site.organisation_id')
          .selectAll('site')
          .select('organisation.name as organisation_name')
          .execute(),
        readHoursRows(kysely),
        kysely.selectFrom('silence_setting').selectAll().execute(),
      ]);
      return rows.map((row) => {
        const week = readWeek(`site ${row.key}`, row.weekly_hours);
        return {
          id: row.id,
          organisation: row.organisation_id,
          organisationName: row.organisation_name,
          key: row.key,
          mode: siteMode.parse(row.mode),
          origins: new Set(originList.parse(JSON.parse(row.origins))),
          contact: { phone: row.phone, hours: row.hours_text, url: row.contact_url },
          privacyUrl: row.privacy_url,
          hours: readCalendar(row, hoursRows, { department: null, week }),
          outsideHours: readOutsideHours(row),
          departments: readDepartments(row, hoursRows, week),
          measures: row.measures === 1,
          silence: readSilence(
            row.key,
            silences.find(({ site_id }) => site_id === row.id),
          ),
        };
      });
    },
  };
}
