// Requests to be called back on disk: added once, changed by compare-and-set inside the write queue's transaction.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { CONTACT_KINDS, CONTACT_OUTCOMES, CONTACT_STATUSES, LANGUAGES } from '#protocol';
import { contactMoment, pageContext } from '#protocol/schemas';
import type {
  ContactRecord,
  ContactRef,
  ContactRequestStore,
  NewContact,
} from '../application/contact-port.ts';
import { type ContactState, decideContact } from '../domain/contact-request.ts';
import type { Tables } from './schema.ts';
import { isNotDone, isTaken } from './schema.ts';
import type { SqliteRunner } from './sqlite-dialect.ts';
import type { WriteQueue } from './write-queue.ts';

/** Within one working day, where a site says nothing else. */
const USUAL_NORM = 1;

const savedWords = z.strictObject({
  kind: z.enum(CONTACT_KINDS),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  noAnswer: z.boolean(),
  subject: z.string(),
  text: z.string(),
  language: z.enum(LANGUAGES),
  context: pageContext.nullable(),
});
const status = z.enum(CONTACT_STATUSES);
const outcome = z.enum(CONTACT_OUTCOMES).nullable();

const toColumns = (state: ContactState) => ({
  promised_by: state.promisedBy,
  status: state.status,
  assignee_id: state.assignee?.operator ?? null,
  attempts: state.attempts,
  version: state.version,
  outcome: state.outcome,
  lease_until: state.leaseUntil,
});

function createReads(kysely: Kysely<Tables>) {
  const records = () =>
    kysely
      .selectFrom('contact_request')
      .leftJoin('operator', 'operator.id', 'contact_request.assignee_id')
      .leftJoin('conversation', 'conversation.id', 'contact_request.conversation_id')
      .selectAll('contact_request')
      .select(['operator.public_id as operator_public', 'operator.name as operator_name'])
      .select('conversation.public_id as conversation_public');
  return {
    records,
    byNumber: ({ organisation, contact }: ContactRef) =>
      records()
        .where('contact_request.organisation_id', '=', organisation)
        .where('contact_request.id', '=', contact),
    byId: (organisation: number, id: string) =>
      records()
        .where('contact_request.organisation_id', '=', organisation)
        .where('contact_request.public_id', '=', id),
  };
}

type Row = Awaited<ReturnType<ReturnType<ReturnType<typeof createReads>['records']>['executeTakeFirst']>>;

function toAssignee(row: NonNullable<Row>): ContactState['assignee'] {
  if (row.assignee_id === null) return null;
  return { operator: row.assignee_id, id: row.operator_public ?? '', name: row.operator_name ?? '' };
}

function toRecord(row: Row): ContactRecord | null {
  if (!row) return null;
  return {
    organisation: row.organisation_id,
    contact: row.id,
    id: row.public_id,
    site: row.site_id,
    words: savedWords.parse(JSON.parse(row.words)),
    moment: row.moment === null ? null : contactMoment.parse(JSON.parse(row.moment)),
    conversation: row.conversation_public,
    createdAt: row.created_at,
    state: {
      status: status.parse(row.status),
      assignee: toAssignee(row),
      promisedBy: row.promised_by,
      attempts: row.attempts,
      version: row.version,
      outcome: outcome.parse(row.outcome),
      leaseUntil: row.lease_until,
    },
  };
}

const toRow = (request: NewContact, now: number) => ({
  organisation_id: request.organisation,
  site_id: request.site,
  public_id: request.id,
  words: JSON.stringify(request.words),
  moment: request.moment && JSON.stringify(request.moment),
  conversation_id: request.conversation,
  created_at: now,
  changed_at: now,
  promised_by: request.promisedBy,
  status: 'open',
  attempts: 0,
  version: 0,
});

export function createContactRequestStore(
  kysely: Kysely<Tables>,
  runner: SqliteRunner,
  queue: WriteQueue,
): ContactRequestStore {
  const { records, byNumber, byId } = createReads(kysely);

  function add(request: NewContact, now: number): { record: ContactRecord; created: boolean } {
    const known = toRecord(runner.run(byId(request.organisation, request.id))[0]);
    if (known) return { record: known, created: false };
    runner.run(kysely.insertInto('contact_request').values(toRow(request, now)));
    const record = toRecord(runner.run(byId(request.organisation, request.id))[0]);
    if (!record) throw new Error('The contact request was not written.');
    return { record, created: true };
  }

  return {
    async readNorm(site) {
      const query = kysely.selectFrom('contact_norm').select('working_days').where('site_id', '=', site.id);
      return (await query.executeTakeFirst())?.working_days ?? USUAL_NORM;
    },
    add: (request, now) => queue.write(() => add(request, now)),
    find: async (organisation, id) => toRecord(await byId(organisation, id).executeTakeFirst()),
    read: async (ref) => toRecord(await byNumber(ref).executeTakeFirst()),
    execute: (ref, command, now) =>
      queue.write(() => {
        const record = toRecord(runner.run(byNumber(ref))[0]);
        if (!record) return null;
        const decision = decideContact(record.state, command);
        if (!decision.ok || decision.state === record.state) return { decision, record };
        runner.run(
          kysely
            .updateTable('contact_request')
            .set({ ...toColumns(decision.state), changed_at: now })
            .where('organisation_id', '=', ref.organisation)
            .where('id', '=', ref.contact),
        );
        return { decision, record: { ...record, state: decision.state } };
      }),
    async listOpen(organisation, limit) {
      const rows = await records()
        .where(isNotDone)
        .where('contact_request.organisation_id', '=', organisation)
        .orderBy('contact_request.promised_by')
        .orderBy('contact_request.id')
        .limit(limit)
        .execute();
      return rows.flatMap((row) => toRecord(row) ?? []);
    },
    async countOpen(organisation) {
      const rows = await kysely
        .selectFrom('contact_request')
        .select((select) => select.fn.countAll<number>().as('open'))
        .where(isNotDone)
        .where('organisation_id', '=', organisation)
        .execute();
      return rows[0]?.open ?? 0;
    },
    async findTaken(leaseBefore) {
      const query = records().where(isTaken).where('contact_request.lease_until', '<=', leaseBefore);
      return (await query.execute()).flatMap((row) => toRecord(row) ?? []);
    },
    lendAll: (until) =>
      queue.write(() => {
        runner.run(kysely.updateTable('contact_request').set({ lease_until: until }).where(isTaken));
      }),
  };
}
