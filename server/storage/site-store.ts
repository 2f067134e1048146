// The sites where the tag may run, read as a whole: the directory in memory is checked at every handshake.
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { DUTCH_FORMS } from '#protocol';
import { type Department, SettingNotUnderstood, type Site, type SiteStore } from '../application/ports.ts';
import type { Calendar, WeeklyHours } from '../domain/opening-hours.ts';
import { type ChannelRow, readChannels, readSiteChannels } from './channel-rows.ts';
import {
  readClosure,
  readHolidayChoice,
  readOutsideHours,
  readSpecialDay,
  readWeek,
} from './opening-hours-rows.ts';
import type { Tables } from './schema.ts';
import { readAsks, readFormSessions, readSilence } from './site-setting-rows.ts';
import { understandRow } from './understand-row.ts';

const originList = z.array(z.string());
const siteMode = z.enum(['proactive', 'button', 'off']);
const dutchForm = z.enum(DUTCH_FORMS);

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
type SiteRow = Row<'site'> & { organisation_name: string };

interface SettingRows {
  departments: Row<'department'>[];
  forms: Row<'department_form'>[];
  days: Row<'special_day'>[];
  closures: Row<'closure'>[];
  reasons: Row<'closure_reason'>[];
  channels: ChannelRow[];
  silences: Row<'silence_setting'>[];
  asks: Row<'introduction_setting'>[];
  formSessions: Row<'form_session_setting'>[];
}

async function readSettingRows(kysely: Kysely<Tables>): Promise<SettingRows> {
  // In order of writing: of two rows for one day the later one holds.
  const [departments, forms, days, closures, reasons, channels, silences, asks, formSessions] =
    await Promise.all([
      kysely.selectFrom('department').selectAll().orderBy('id').execute(),
      kysely.selectFrom('department_form').selectAll().execute(),
      kysely.selectFrom('special_day').selectAll().orderBy('id').execute(),
      kysely.selectFrom('closure').selectAll().orderBy('id').execute(),
      kysely.selectFrom('closure_reason').selectAll().execute(),
      kysely.selectFrom('channel_setting').selectAll().orderBy('id').execute(),
      kysely.selectFrom('silence_setting').selectAll().execute(),
      kysely.selectFrom('introduction_setting').selectAll().execute(),
      kysely.selectFrom('form_session_setting').selectAll().execute(),
    ]);
  return { departments, forms, days, closures, reasons, channels, silences, asks, formSessions };
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
  rows: SettingRows,
  { department, week }: { department: number | null; week: WeeklyHours },
): Calendar {
  const closures = collect(rows.closures, site.id, department);
  return {
    week,
    days: new Map(collect(rows.days, site.id, department).map(readSpecialDay)),
    holidays: readHolidayChoice(site),
    closures: closures.map((closure) => readClosure(closure, rows.reasons)),
  };
}

function readDepartment(
  { id, name, weekly_hours }: Row<'department'>,
  site: SiteRow,
  rows: SettingRows,
  of: Pick<Site, 'channels'> & { week: WeeklyHours },
): Department {
  const week = weekly_hours === null ? of.week : readWeek(`department ${id}`, weekly_hours);
  const hours = readCalendar(site, rows, { department: id, week });
  const forms = rows.forms.filter((row) => row.department_id === id).map(({ form }) => form);
  const own = rows.channels.filter((row) => row.department_id === id);
  return { name, forms: new Set(forms), hours, channels: readChannels(of.channels, own, hours) };
}

function readSite(row: SiteRow, rows: SettingRows): Site {
  const place = `site ${row.key}`;
  const isOfSite = ({ site_id }: { site_id: number }): boolean => site_id === row.id;
  const week = readWeek(place, row.weekly_hours);
  const hours = readCalendar(row, rows, { department: null, week });
  const channels = readChannels(readSiteChannels(row), collect(rows.channels, row.id, null), hours);
  const departments = rows.departments.filter((one) => one.site_id === row.id);
  return {
    id: row.id,
    organisation: row.organisation_id,
    organisationName: row.organisation_name,
    key: row.key,
    mode: understandRow(place, () => siteMode.parse(row.mode)),
    origins: new Set(understandRow(place, () => originList.parse(JSON.parse(row.origins)))),
    channels,
    privacyUrl: row.privacy_url,
    hours,
    outsideHours: readOutsideHours(row),
    departments: departments.map((one) => readDepartment(one, row, rows, { channels, week })),
    measures: row.measures === 1,
    dutchForm: understandRow(place, () => dutchForm.parse(row.dutch_form)),
    silence: readSilence(row.key, rows.silences.find(isOfSite)),
    asks: readAsks(row.key, rows.asks.find(isOfSite)),
    formSessions: readFormSessions(row.key, rows.formSessions.filter(isOfSite)),
    answerWithin: row.answer_within,
  };
}

export function createSiteStore(kysely: Kysely<Tables>): SiteStore {
  return {
    async readSites() {
      const [siteRows, rows] = await Promise.all([
        kysely
          .selectFrom('site')
          .innerJoin('organisation', 'organisation.id', 'site.organisation_id')
          .selectAll('site')
          .select('organisation.name as organisation_name')
          .execute(),
        readSettingRows(kysely),
      ]);
      const sites: Site[] = [];
      const broken: Awaited<ReturnType<SiteStore['readSites']>>['broken'] = [];
      for (const row of siteRows) {
        try {
          sites.push(readSite(row, rows));
        } catch (why) {
          if (!(why instanceof SettingNotUnderstood)) throw why;
          broken.push({ site: row.id, why });
        }
      }
      return { sites, broken };
    },
  };
}
