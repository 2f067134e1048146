// Conversations in use, kept in memory beside the log: state, recent ids, each device's n. Always rebuildable from disk.
import type { Kysely, Selectable } from 'kysely';
import { type ConversationEvent, LANGUAGES } from '#protocol';
import { introduction, pageContext } from '#protocol/schemas';
import type { ConversationRecord } from '../application/ports.ts';
import type { Conversation } from '../domain/conversation.ts';
import { addUnread, type Run } from '../domain/unread.ts';
import type { LoggedEvent, MessageLog } from './message-log.ts';
import type { ConversationTable, Tables } from './schema.ts';
import type { SqliteRunner } from './sqlite-dialect.ts';

/** Of each of the two generations: what was not used while so many others were is let go. */
const MOST_CONVERSATIONS = 1_000;
/** Ids of one conversation in memory; older ones are looked up in the log. */
const MOST_IDS = 4_000;
/** Events served without reading the disk: followers that keep up need only these. */
const TAIL = 16;
const NOTHING: ReadonlySet<string> = new Set();
const EVERYTHING = Number.MAX_SAFE_INTEGER;

export interface HotConversation {
  record: ConversationRecord;
  seqById: Map<string, number>;
  idsDropped: boolean;
  lastN: Map<string, number>;
  /** Of most conversations nothing (M10). */
  givenBack: ReadonlySet<string>;
  tail: ConversationEvent[];
}

type Row = Selectable<ConversationTable> & {
  assignee_public_id: string | null;
  assignee_name: string | null;
};

function readAssignee(row: Row): Conversation['assignee'] {
  const { assignee_id: operator, assignee_public_id: id, assignee_name: name } = row;
  return operator === null || id === null || name === null ? null : { operator, id, name };
}

/** What another version stored in another shape is left out: a context may be lost (T1), a conversation may not. */
function readContext(stored: string | null): Conversation['context'] {
  return stored === null ? null : (pageContext.safeParse(JSON.parse(stored)).data ?? null);
}

/** As with the context. */
function readIntroduction(stored: string | null): Conversation['introduction'] {
  return stored === null ? null : (introduction.safeParse(JSON.parse(stored)).data ?? null);
}

function readWarning({ warned_at: at, ends_at: endsAt }: Row): Conversation['warning'] {
  return at === null || endsAt === null ? null : { at, endsAt };
}

function readCallBack({ call_back: id, call_back_by: by }: Row): Conversation['callBack'] {
  return id === null || by === null ? null : { id, by };
}

function readState(row: Row, history: readonly LoggedEvent[]): Conversation {
  const messages = history.flatMap(({ event }) => (event.kind === 'message' ? [event] : []));
  const last = messages.at(-1);
  const alone = history.findLast(({ event }) => event.kind === 'opened' || event.kind === 'unassigned');
  const { reserved_for: reservedFor, reserved_until: reservedUntil } = row;
  return {
    status: row.status === 'active' || row.status === 'closed' ? row.status : 'waiting',
    openedAt: row.opened_at,
    waitingSince: row.waiting_since,
    aloneSince: alone?.event.at ?? row.opened_at,
    offered: row.offered === 1,
    assignee: readAssignee(row),
    assignmentEpoch: row.assignment_epoch,
    leaseUntil: row.lease_until,
    reservation:
      reservedFor === null || reservedUntil === null ? null : { operator: reservedFor, until: reservedUntil },
    context: readContext(row.context),
    callBack: readCallBack(row),
    introduction: readIntroduction(row.introduction),
    formEndsAt: row.form_ends_at,
    lastSeq: history.at(-1)?.event.seq ?? 0,
    lastMessage: last ? { from: last.from, text: last.text, at: last.at } : null,
    unread: messages
      .filter((message) => message.from === 'visitor' && message.seq > row.operator_read)
      .reduce<readonly Run[]>((runs, { seq }) => addUnread(runs, seq), []),
    visitorRead: row.visitor_read,
    operatorRead: row.operator_read,
    heardAt: row.heard_at ?? row.opened_at,
    warning: readWarning(row),
  };
}

/** Compiled once: after a restart everyone comes back at the same time, and each needs both. */
function compileQueries(kysely: Kysely<Tables>) {
  const anyConversation = 0;
  return {
    conversation: kysely
      .selectFrom('conversation')
      .leftJoin('operator', 'operator.id', 'conversation.assignee_id')
      .selectAll('conversation')
      .select(['operator.public_id as assignee_public_id', 'operator.name as assignee_name'])
      .where('conversation.id', '=', anyConversation)
      .compile(),
    progress: kysely
      .selectFrom('device_progress')
      .select(['device', 'last_n'])
      .where('conversation_id', '=', anyConversation)
      .compile(),
    givenBack: kysely
      .selectFrom('given_back')
      .select('message_id')
      .where('conversation_id', '=', anyConversation)
      .compile(),
  };
}

export class HotConversations {
  readonly #queries: ReturnType<typeof compileQueries>;
  readonly #runner: SqliteRunner;
  readonly #log: MessageLog;
  #recent = new Map<number, HotConversation>();
  #older = new Map<number, HotConversation>();
  readonly #touched = new Set<number>();

  constructor(kysely: Kysely<Tables>, runner: SqliteRunner, log: MessageLog) {
    this.#queries = compileQueries(kysely);
    this.#runner = runner;
    this.#log = log;
  }

  /** The organisation is part of the question: a conversation of another one does not exist. */
  load(organisation: number, conversation: number): HotConversation | null {
    let known = this.#recent.get(conversation) ?? null;
    if (!known) {
      known = this.#older.get(conversation) ?? this.#rebuild(conversation);
      if (known) this.#use(conversation, known);
    }
    return known?.record.organisation === organisation ? known : null;
  }

  /** To be called before changing anything inside a transaction. */
  touch(conversation: number): void {
    this.#touched.add(conversation);
  }

  remember(hot: HotConversation, event: ConversationEvent, by: { device: string; n: number } | null): void {
    hot.tail.push(event);
    if (hot.tail.length > 2 * TAIL) hot.tail.splice(0, TAIL);
    if (by) hot.lastN.set(by.device, Math.max(by.n, hot.lastN.get(by.device) ?? 0));
    if (event.kind !== 'message') return;
    hot.seqById.set(event.id, event.seq);
    if (hot.seqById.size <= MOST_IDS) return;
    const [oldest] = hot.seqById.keys();
    if (oldest !== undefined) hot.seqById.delete(oldest);
    hot.idsDropped = true;
  }

  keep(): void {
    this.#touched.clear();
  }

  /** The transaction did not happen: what it touched is read again from disk. */
  drop(): void {
    for (const conversation of this.#touched) {
      this.#recent.delete(conversation);
      this.#older.delete(conversation);
    }
    this.#touched.clear();
  }

  #use(conversation: number, hot: HotConversation): void {
    if (this.#recent.size >= MOST_CONVERSATIONS) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(conversation, hot);
  }

  #rebuild(conversation: number): HotConversation | null {
    const [row] = this.#runner.runCompiled<Row>({
      sql: this.#queries.conversation.sql,
      parameters: [conversation],
    });
    if (!row) return null;
    const history = this.#log.readAfter(conversation, 0, EVERYTHING);
    const language = LANGUAGES.find((known) => known === row.language) ?? 'nl';
    const hot: HotConversation = {
      record: {
        organisation: row.organisation_id,
        conversation,
        id: row.public_id,
        site: row.site_id,
        language,
        state: readState(row, history),
      },
      seqById: new Map(),
      idsDropped: false,
      lastN: new Map(),
      givenBack: this.#readGivenBack(conversation),
      tail: [],
    };
    for (const { event, device, n } of history) {
      this.remember(hot, event, device === null || n === null ? null : { device, n });
    }
    for (const progress of this.#readProgress(conversation)) {
      const lastN = hot.lastN.get(progress.device) ?? 0;
      hot.lastN.set(progress.device, Math.max(lastN, progress.last_n));
    }
    return hot;
  }

  #readProgress(conversation: number): { device: string; last_n: number }[] {
    return this.#runner.runCompiled({ sql: this.#queries.progress.sql, parameters: [conversation] });
  }

  #readGivenBack(conversation: number): ReadonlySet<string> {
    const { sql } = this.#queries.givenBack;
    const rows = this.#runner.runCompiled<{ message_id: string }>({ sql, parameters: [conversation] });
    return rows.length === 0 ? NOTHING : new Set(rows.map((row) => row.message_id));
  }
}
