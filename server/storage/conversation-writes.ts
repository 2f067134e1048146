// The write path of a conversation, inside the write queue's transaction: load -> decide -> append -> remember.
import type { Kysely } from 'kysely';
import type { ConversationEvent, Language } from '#protocol';
import type { ConversationRecord, ConversationRef, Opening } from '../application/ports.ts';
import type { AppendCommand, Conversation, ConversationCommand } from '../domain/conversation.ts';
import {
  type Decision,
  decideConversation,
  type Known,
  openConversation,
} from '../domain/decide-conversation.ts';
import type { HotConversation, HotConversations } from './hot-conversations.ts';
import type { MessageLog } from './message-log.ts';
import type { OfferWrites } from './offer-writes.ts';
import { isActive, isWaiting, type Tables } from './schema.ts';
import type { SqliteRunner } from './sqlite-dialect.ts';

/** The states of a conversation share what did not change. */
const COLUMN_FIELDS = [
  'context',
  'status',
  'waitingSince',
  'assignee',
  'assignmentEpoch',
  'leaseUntil',
  'reservation',
  'callBack',
  'introduction',
  'formEndsAt',
  'visitorRead',
  'operatorRead',
  'heardAt',
  'warning',
] as const satisfies readonly (keyof Conversation)[];

/** The columns that hold what the log alone does not tell. */
function toColumns(state: Conversation) {
  return {
    context: state.context === null ? null : JSON.stringify(state.context),
    status: state.status,
    waiting_since: state.waitingSince,
    assignee_id: state.assignee?.operator ?? null,
    assignment_epoch: state.assignmentEpoch,
    lease_until: state.leaseUntil,
    reserved_for: state.reservation?.operator ?? null,
    reserved_until: state.reservation?.until ?? null,
    call_back: state.callBack?.id ?? null,
    call_back_by: state.callBack?.by ?? null,
    introduction: state.introduction === null ? null : JSON.stringify(state.introduction),
    form_ends_at: state.formEndsAt,
    visitor_read: state.visitorRead,
    operator_read: state.operatorRead,
    heard_at: state.heardAt,
    warned_at: state.warning?.at ?? null,
    ends_at: state.warning?.endsAt ?? null,
  };
}

/** An index whose column is not named in an update is not touched. */
function pickChanged<Columns extends object>(before: Columns, after: Columns): Partial<Columns> {
  const changed: Partial<Columns> = {};
  for (const name in after) if (before[name] !== after[name]) changed[name] = after[name];
  return changed;
}

interface Parts {
  kysely: Kysely<Tables>;
  runner: SqliteRunner;
  log: MessageLog;
  hot: HotConversations;
  offers: OfferWrites;
}

export class ConversationWrites {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  open(opening: Opening, now: number): { record: ConversationRecord; created: boolean } {
    const { kysely, runner, log, hot, offers } = this.#parts;
    const [existing] = runner.run(
      kysely
        .selectFrom('conversation')
        .select('id')
        .where('site_id', '=', opening.site)
        .where('token_hash', '=', opening.tokenHash),
    );
    if (existing) {
      const known = hot.load(opening.organisation, existing.id);
      if (known) return { record: known.record, created: false };
    }
    const accepted = opening.offer === null ? null : offers.accept(opening.site, opening.offer, now);
    const { event, next } = openConversation(
      { offered: accepted !== null, context: opening.context, reservedFor: accepted?.reservedFor ?? null },
      now,
    );
    const [row] = runner.run(
      kysely
        .insertInto('conversation')
        .values({
          ...toColumns(next),
          organisation_id: opening.organisation,
          site_id: opening.site,
          public_id: opening.id,
          token_hash: opening.tokenHash,
          language: opening.language,
          offered: next.offered ? 1 : 0,
          opened_at: now,
        })
        .returning('id'),
    );
    if (!row) throw new Error('INSERT … RETURNING gave no row.');
    hot.touch(row.id);
    log.append(row.id, event, null);
    const opened = hot.load(opening.organisation, row.id);
    if (!opened) throw new Error('A conversation that was just written cannot be read.');
    return { record: opened.record, created: true };
  }

  execute(ref: ConversationRef, command: ConversationCommand, now: number): Decision {
    const { hot, log } = this.#parts;
    const conversation = hot.load(ref.organisation, ref.conversation);
    if (!conversation) return { ok: false, refusal: { reason: 'unknown-conversation' } };
    const decision = decideConversation(
      conversation.record.state,
      command,
      now,
      this.#know(conversation, command),
    );
    if (!decision.ok) {
      if (command.do === 'append' && decision.givesBack) this.#rememberGivenBack(conversation, command.id);
      return decision;
    }
    hot.touch(ref.conversation);
    const by = command.do === 'append' ? { device: command.device, n: command.n } : null;
    for (const event of decision.events) {
      log.append(ref.conversation, event, by);
      hot.remember(conversation, event, by);
    }
    if (command.do === 'append') this.#advance(conversation, command, decision.lastN);
    this.#keep(conversation, decision.next);
    return decision;
  }

  speak(ref: ConversationRef, language: Language): boolean {
    const { kysely, runner, hot } = this.#parts;
    const conversation = hot.load(ref.organisation, ref.conversation);
    if (!conversation || conversation.record.language === language) return false;
    hot.touch(ref.conversation);
    conversation.record = { ...conversation.record, language };
    runner.run(
      kysely
        .updateTable('conversation')
        .set({ language })
        .where('organisation_id', '=', ref.organisation)
        .where('id', '=', ref.conversation),
    );
    return true;
  }

  setLeases(whose: { organisation: number; operator: number } | 'all', until: number): void {
    const { kysely, runner, hot } = this.#parts;
    let query = kysely.selectFrom('conversation').select(['id', 'organisation_id']).where(isActive);
    if (whose !== 'all') {
      query = query
        .where('organisation_id', '=', whose.organisation)
        .where('assignee_id', '=', whose.operator);
    }
    for (const row of runner.run(query)) {
      const conversation = hot.load(row.organisation_id, row.id);
      if (!conversation) continue;
      hot.touch(row.id);
      this.#keep(conversation, { ...conversation.record.state, leaseUntil: until });
    }
  }

  /** M8 without an event: only then the log cannot tell this device's n. */
  #advance(conversation: HotConversation, command: AppendCommand, lastN: number | undefined): void {
    const known = conversation.lastN.get(command.device) ?? 0;
    if (lastN === undefined || lastN <= known) return;
    const { kysely, runner } = this.#parts;
    conversation.lastN.set(command.device, lastN);
    runner.run(
      kysely
        .insertInto('device_progress')
        .values({
          conversation_id: conversation.record.conversation,
          device: command.device,
          last_n: lastN,
        })
        .onConflict((conflict) =>
          conflict.columns(['conversation_id', 'device']).doUpdateSet({ last_n: lastN }),
        ),
    );
  }

  #rememberGivenBack(conversation: HotConversation, id: string): void {
    const { kysely, runner, hot } = this.#parts;
    const conversation_id = conversation.record.conversation;
    hot.touch(conversation_id);
    conversation.givenBack = new Set([...conversation.givenBack, id]);
    runner.run(kysely.insertInto('given_back').values({ conversation_id, message_id: id }));
  }

  /** Writes the row only when one of its columns changed: a message touches the log alone. */
  #keep(conversation: HotConversation, next: Conversation): void {
    const { kysely, runner } = this.#parts;
    const { record } = conversation;
    const before = record.state;
    if (before === next) return;
    const { organisation, conversation: number, id, site, language } = record;
    conversation.record = { organisation, conversation: number, id, site, language, state: next };
    if (COLUMN_FIELDS.every((field) => before[field] === next[field])) return;
    runner.run(
      kysely
        .updateTable('conversation')
        .set(pickChanged(toColumns(before), toColumns(next)))
        .where('organisation_id', '=', record.organisation)
        .where('id', '=', record.conversation),
    );
  }

  #know(conversation: HotConversation, command: ConversationCommand): Known {
    const known: Known = { lastN: 0, duplicate: null, isGivenBack: false, oldestWaiting: null };
    if (command.do === 'append') {
      known.lastN = conversation.lastN.get(command.device) ?? 0;
      known.duplicate = this.#findDuplicate(conversation, command);
      known.isGivenBack = conversation.givenBack.has(command.id);
    }
    if (command.do === 'release' || command.do === 'lose-lease') {
      known.oldestWaiting = this.#findOldestWaiting(conversation.record.organisation);
    }
    return known;
  }

  #findDuplicate(conversation: HotConversation, command: AppendCommand): Known['duplicate'] {
    const event = this.#findMessage(conversation, command.id);
    if (event?.kind !== 'message') return null;
    const same = event.text === command.text && event.from === command.from;
    return { seq: event.seq, at: event.at, same };
  }

  #findMessage(conversation: HotConversation, id: string): ConversationEvent | null {
    const { log } = this.#parts;
    const { conversation: number } = conversation.record;
    const seq = conversation.seqById.get(id);
    if (seq !== undefined) return log.readAfter(number, seq - 1, 1)[0]?.event ?? null;
    return conversation.idsDropped ? log.findMessage(number, id) : null;
  }

  #findOldestWaiting(organisation: number): number | null {
    const { kysely, runner } = this.#parts;
    const [row] = runner.run(
      kysely
        .selectFrom('conversation')
        .select((select) => select.fn.min('waiting_since').as('oldest'))
        .where('organisation_id', '=', organisation)
        .where(isWaiting),
    );
    return row?.oldest ?? null;
  }
}
