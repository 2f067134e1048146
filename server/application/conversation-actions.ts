// What can be done to a conversation, by whoever the policy lets: decide, store, and only then announce.
import type { Introduction, Language, PageContext } from '#protocol';
import { storeCitizenName, storeCitizenText } from '../domain/citizen-text.ts';
import { cleanContext } from '../domain/clean-context.ts';
import { cleanMessage } from '../domain/clean-text.ts';
import type { ConversationCommand } from '../domain/conversation.ts';
import type { Decision } from '../domain/decide-conversation.ts';
import { keepSafely } from './keep-safely.ts';
import { type Action, type Actor, isAllowed } from './policy.ts';
import { type ConversationRef, type OperatorAccount, StoreUnavailable } from './ports.ts';
import type { Relay } from './relay.ts';

const UNKNOWN: Decision = { ok: false, refusal: { reason: 'unknown-conversation' } };
const NOT_ALLOWED: Decision = { ok: false, refusal: { reason: 'not-allowed' } };

/** Long enough for a checkpoint or a full queue to pass, short enough to feel like one try. */
const RETRY_MS = 1_000;

const retryAfter = (ms: number): Decision => ({
  ok: false,
  refusal: { reason: 'retry', retryMs: Math.max(RETRY_MS, ms) },
});

const GROWING: readonly ConversationCommand['do'][] = ['describe', 'introduce', 'ask-call-back'];

/** What it adds to the store; ending and giving back only make room for others. */
function growthOf(command: ConversationCommand): number {
  if (command.do === 'append') return command.text.length;
  return GROWING.includes(command.do) ? 1 : 0;
}

async function execute(relay: Relay, ref: ConversationRef, command: ConversationCommand): Promise<Decision> {
  const { organisation, conversation } = ref;
  const { storage } = relay;
  const growth = growthOf(command);
  const wait = storage.refuse(growth);
  if (wait !== null) return retryAfter(wait);
  try {
    const decision = await relay.conversations.execute(ref, command, relay.clock.now());
    storage.worked();
    if (decision.ok && command.do !== 'read') relay.bus.poke({ kind: 'changed', organisation, conversation });
    return decision;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    storage.failed(error);
    return retryAfter(storage.nextTry);
  } finally {
    storage.settle(growth);
  }
}

export interface Writing {
  id: string;
  n: number;
  text: string;
  device: string;
}

export function sendAsVisitor(
  relay: Relay,
  actor: Actor,
  ref: ConversationRef,
  writing: Writing,
): Promise<Decision> {
  if (!isAllowed(actor, 'send', ref)) return Promise.resolve(UNKNOWN);
  const { id, n, device } = writing;
  return execute(relay, ref, {
    do: 'append',
    from: 'visitor',
    id,
    n,
    device,
    text: storeCitizenText(writing.text),
  });
}

export async function sendAsOperator(
  relay: Relay,
  account: OperatorAccount,
  ref: ConversationRef,
  writing: Writing & { assignmentEpoch: number; seenSeq?: number | undefined },
): Promise<Decision> {
  if (!isAllowed(asActor(account), 'send', ref)) return UNKNOWN;
  const { id, n, device, assignmentEpoch, seenSeq } = writing;
  return execute(relay, ref, {
    do: 'append',
    from: 'operator',
    operator: account.operator,
    author: account.name,
    assignmentEpoch,
    ...(seenSeq === undefined ? {} : { seenSeq }),
    id,
    n,
    device,
    text: cleanMessage(writing.text),
  });
}

export function asActor({ organisation, operator, role }: OperatorAccount): Actor {
  return { kind: 'operator', organisation, operator, role };
}

export async function changeHands(
  relay: Relay,
  account: OperatorAccount,
  ref: ConversationRef,
  change: { action: 'take' } | { action: 'take-over' | 'release' | 'finish'; assignmentEpoch: number },
): Promise<Decision> {
  const actor = asActor(account);
  if (!isAllowed(actor, change.action, ref)) return isAllowed(actor, 'follow', ref) ? NOT_ALLOWED : UNKNOWN;
  const { operator, id, name } = account;
  const by = { operator, id, name };
  if (change.action === 'take') return execute(relay, ref, { do: 'take', by });
  const { action, assignmentEpoch } = change;
  if (action === 'take-over') return execute(relay, ref, { do: action, by, assignmentEpoch });
  return execute(relay, ref, { do: action, operator, assignmentEpoch });
}

export async function endAsVisitor(relay: Relay, actor: Actor, ref: ConversationRef): Promise<Decision> {
  return isAllowed(actor, 'end', ref) ? execute(relay, ref, { do: 'end' }) : UNKNOWN;
}

export async function describePage(
  relay: Relay,
  actor: Actor,
  ref: ConversationRef,
  context: PageContext | null,
): Promise<Decision> {
  if (!isAllowed(actor, 'describe', ref)) return UNKNOWN;
  return execute(relay, ref, { do: 'describe', context: context && cleanContext(context) });
}

/** What was told before the first word (N2): no more than the site asks, and as safe as a message. */
export async function introduce(
  relay: Relay,
  actor: Actor,
  ref: ConversationRef,
  told: { introduction: Introduction; asks: readonly (keyof Introduction)[] },
): Promise<void> {
  if (!isAllowed(actor, 'introduce', ref)) return;
  const take = (question: keyof Introduction): string =>
    told.asks.includes(question) ? storeCitizenName(told.introduction[question]) : '';
  await execute(relay, ref, {
    do: 'introduce',
    introduction: { name: take('name'), subject: take('subject') },
  });
}

/** Null: it is not near its end any more (Y3). Its time is the server's, whatever the clock of the browser says. */
export async function noteFormEnd(
  relay: Relay,
  actor: Actor,
  ref: ConversationRef,
  endsIn: number | null,
): Promise<void> {
  if (!isAllowed(actor, 'describe', ref)) return;
  const endsAt = endsIn === null ? null : relay.clock.now() + endsIn;
  await execute(relay, ref, { do: 'note-form-end', endsAt });
}

/** Says nothing when it did not work: the next welcome tells what the server knows, and the browser tells again. */
export async function speakLanguage(
  relay: Relay,
  actor: Actor,
  ref: ConversationRef,
  language: Language,
): Promise<void> {
  const { organisation, conversation } = ref;
  if (!isAllowed(actor, 'describe', ref)) return;
  try {
    const isNew = await keepSafely(relay, 1, () => relay.conversations.speak(ref, language));
    if (isNew) relay.bus.poke({ kind: 'changed', organisation, conversation });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}

/** The citizen was asked whether they are still there, and is (W3). Kept in memory until it can be stored. */
export function stayHere(relay: Relay, actor: Actor, ref: ConversationRef): void {
  if (!isAllowed(actor, 'stay', ref)) return;
  const { organisation, conversation } = ref;
  relay.bus.poke({ kind: 'heard', organisation, conversation });
}

/** Of who asked it with the token of the conversation. */
export async function noteCallBack(
  relay: Relay,
  { organisation, conversation }: ConversationRef,
  id: string,
  by: number,
): Promise<void> {
  const ref = { organisation, conversation };
  const decision = await execute(relay, ref, { do: 'ask-call-back', id, by });
  if (decision.ok) relay.bus.poke({ kind: 'queue', ...ref });
}

/** An operator who only looks on reads nothing for the citizen: the mark says that whoever helps has seen it. */
async function isHelping(relay: Relay, actor: Actor, action: Action, ref: ConversationRef): Promise<boolean> {
  if (!isAllowed(actor, action, ref)) return false;
  if (actor.kind === 'visitor') return true;
  const record = await relay.conversations.read(ref);
  return record?.state.assignee?.operator === actor.operator;
}

export async function markRead(relay: Relay, actor: Actor, ref: ConversationRef, seq: number): Promise<void> {
  if (!(await isHelping(relay, actor, 'read', ref))) return;
  const decision = await execute(relay, ref, { do: 'read', by: actor.kind, seq });
  if (!decision.ok) return;
  const { organisation, conversation } = ref;
  const { visitorRead, operatorRead } = decision.next;
  const reached = actor.kind === 'visitor' ? visitorRead : operatorRead;
  relay.bus.poke({ kind: 'read', organisation, conversation, by: actor.kind, seq: reached });
}

export async function showTyping(
  relay: Relay,
  actor: Actor,
  ref: ConversationRef,
  on: boolean,
): Promise<void> {
  if (!(await isHelping(relay, actor, 'typing', ref))) return;
  const { organisation, conversation } = ref;
  relay.bus.poke({ kind: 'typing', organisation, conversation, from: actor.kind, on });
}
