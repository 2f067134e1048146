// The tables as Kysely knows them. Times are epoch ms, JSON is text, ids inside are integers, ids outside are random.
import { type Generated, type SqlBool, sql } from 'kysely';

/** Written out, not bound: only then the small indexes serve. */
export const isWaiting = sql<SqlBool>`status = 'waiting'`;
export const isActive = sql<SqlBool>`status = 'active'`;
export const isNotDone = sql<SqlBool>`contact_request.status != 'done'`;

export const isTaken = sql<SqlBool>`contact_request.status = 'taken'`;
export const isDone = sql<SqlBool>`contact_request.status = 'done'`;
export const hasRemark = sql<SqlBool>`rating.remark IS NOT NULL`;

export interface Tables {
  meta: { name: string; value: string };
  organisation: { id: Generated<number>; public_id: string; name: string };
  site: {
    id: Generated<number>;
    organisation_id: number;
    key: string;
    mode: string;
    origins: string;
    phone: string | null;
    hours_text: string | null;
    contact_url: string | null;
    privacy_url: string | null;
    weekly_hours: string;
    measures: Generated<number>;
    /** Seconds (Q4). */
    answer_within: Generated<number>;
    outside_hours: Generated<string>;
    closed_on_holidays: Generated<number>;
    closed_on_good_friday: Generated<number>;
    closed_on_liberation_day: Generated<string>;
    dutch_form: Generated<string>;
  };
  /** Without hours of its own it has those of the site. */
  department: {
    id: Generated<number>;
    organisation_id: number;
    site_id: number;
    name: string;
    weekly_hours: string | null;
  };
  department_form: { organisation_id: number; site_id: number; form: string; department_id: number };
  special_day: SiteException & { day: string; hours: string };
  /** Days or moments as the clock on the wall tells them; a day at the end is a whole day. */
  closure: SiteException & { starts: string; ends: string; reason: string | null };
  /** The reason of a closure in another language than Dutch. */
  closure_reason: { closure_id: number; language: string; reason: string };
  /** What is null is as the site has it, or not there. */
  channel_setting: SiteException & Record<ChannelColumn, string | null>;
  /** The row with the empty name holds for every form of the site that has none of its own. */
  form_setting: {
    organisation_id: number;
    site_id: number;
    form: string;
    sensitivity: string;
    manner: string;
  };
  /** The row with the empty field counts the visits to the form as a whole. */
  form_field: FormFieldTable;
  operator: {
    id: Generated<number>;
    organisation_id: number;
    public_id: string;
    name: string;
    role: string;
    status: string;
  };
  sign_in_token: { hash: string; operator_id: number; expires_at: number; used_at: number | null };
  session: {
    hash: string;
    organisation_id: number;
    operator_id: number;
    created_at: number;
    expires_at: number;
  };
  conversation: ConversationTable;
  /** `id` is conversation id and seq in one number; `row` counts up, so that writing touches the last page only. */
  conversation_log: {
    row: number;
    id: number;
    at: number;
    kind: string;
    message_id: string | null;
    device: string | null;
    n: number | null;
    sender: string | null;
    author: string | null;
    body: string | null;
  };
  /** Where an event stands in the log. Noted in bulk, after the fact: the newest rows are not in here yet. */
  conversation_place: { id: number; row: number };
  /** Only what the log cannot tell: devices whose n advanced by a known id (M8). */
  device_progress: { conversation_id: number; device: string; last_n: number };
  /** Messages of which the writer got the text back: they are not stored any more (M10). */
  given_back: { conversation_id: number; message_id: string };
  offer: {
    id: Generated<number>;
    organisation_id: number;
    site_id: number;
    public_id: string;
    operator_id: number | null;
    state: string;
    form: string;
    step: string | null;
    created_at: number;
    held_until: number;
  };
  /** The row with the empty name holds for every form of the site that has none of its own. */
  form_session_setting: {
    site_id: number;
    organisation_id: number;
    form: string;
    ends_after: number;
    warns_before: number;
    origins: string;
  };
  /** What citizens may tell before the first word: a JSON list. */
  introduction_setting: { site_id: number; organisation_id: number; questions: string };
  /** A site without a row answers within one working day. */
  contact_norm: { site_id: number; organisation_id: number; working_days: number };
  contact_request: ContactRequestTable;
  /** In days; a site without a row keeps what is usual. */
  retention_setting: {
    site_id: number;
    organisation_id: number;
    contact_days: number;
    rating_days: number;
    remark_days: number;
  };
  /** A site without a row asks what is usual. */
  rating_setting: { site_id: number; organisation_id: number; questions: string; remark: number };
  rating: RatingTable;
  /** In minutes; a site without a row has what is usual. Zero: never. */
  silence_setting: { site_id: number; organisation_id: number; ends_after: number; warns_before: number };
}

type ChannelColumn =
  | 'channels'
  | 'phone'
  | 'phone_text'
  | 'phone_hours'
  | 'counter_address'
  | 'counter_text'
  | 'email'
  | 'whatsapp'
  | 'url';

interface SiteException {
  id: Generated<number>;
  organisation_id: number;
  site_id: number;
  /** Null: of the whole site. */
  department_id: number | null;
}

export interface ConversationTable {
  id: Generated<number>;
  organisation_id: number;
  site_id: number;
  public_id: string;
  token_hash: string;
  language: string;
  offered: number;
  context: string | null;
  status: string;
  opened_at: number;
  waiting_since: number;
  assignee_id: number | null;
  assignment_epoch: number;
  lease_until: number | null;
  reserved_for: number | null;
  reserved_until: number | null;
  visitor_read: number;
  operator_read: number;
  heard_at: number | null;
  warned_at: number | null;
  ends_at: number | null;
  /** The request that was asked from the queue, and by when somebody calls (Q5). */
  call_back: string | null;
  call_back_by: number | null;
  /** What the citizen told before the first word: JSON. */
  introduction: string | null;
  form_ends_at: number | null;
}

export interface RatingTable {
  conversation_id: number;
  organisation_id: number;
  site_id: number;
  first_at: number;
  rated_at: number;
  effort: number | null;
  solved: string | null;
  satisfaction: number | null;
  recommendation: number | null;
  form_done: string | null;
  remark: string | null;
}

interface ContactRequestTable {
  id: Generated<number>;
  organisation_id: number;
  site_id: number;
  public_id: string;
  /** What the citizen wrote and where: JSON. */
  words: string;
  moment: string | null;
  conversation_id: number | null;
  created_at: number;
  promised_by: number;
  status: string;
  assignee_id: number | null;
  attempts: number;
  version: number;
  outcome: string | null;
  changed_at: number;
  /** Of what is taken: by then its operator has shown up again, or it goes back. */
  lease_until: number | null;
}

export interface FormFieldTable {
  organisation_id: number;
  site_id: number;
  form: string;
  field: string;
  count: number;
  sum_ln: number;
  sum_ln2: number;
  errors: number;
  last: number;
  finished: number;
  unfinished: number;
  faded_at: number;
}
