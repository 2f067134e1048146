// Conversations and commands for the domain's tests.
import { randomUUID } from 'node:crypto';
import type {
  AppendCommand,
  Conversation,
  ConversationCommand,
} from '../../../server/domain/conversation.ts';
import {
  type Decision,
  decideConversation,
  type Known,
  openConversation,
} from '../../../server/domain/decide-conversation.ts';

export const NOW = 1_000_000;
export const ANNA = { operator: 1, id: 'anna', name: 'Anna' };
export const BRAM = { operator: 2, id: 'bram', name: 'Bram' };

export const known = (more: Partial<Known> = {}): Known => ({
  lastN: 0,
  duplicate: null,
  isGivenBack: false,
  oldestWaiting: null,
  ...more,
});

export const waiting = (): Conversation =>
  openConversation({ offered: false, context: null, reservedFor: null }, NOW).next;

export function apply(
  state: Conversation,
  command: ConversationCommand,
  now = NOW,
  more = known(),
): Conversation {
  const decision = decideConversation(state, command, now, more);
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.reason}`);
  return decision.next;
}

export const taken = (): Conversation => apply(waiting(), { do: 'take', by: ANNA });

export const refusalOf = (decision: Decision): string => (decision.ok ? 'none' : decision.refusal.reason);

export const visitorSays = (n: number, text = 'Hallo', id: string = randomUUID()): AppendCommand => ({
  do: 'append',
  from: 'visitor',
  id,
  device: 'a',
  n,
  text,
});

export const operatorSays = (n: number, assignmentEpoch: number, by = ANNA): AppendCommand => ({
  do: 'append',
  from: 'operator',
  operator: by.operator,
  author: by.name,
  assignmentEpoch,
  id: randomUUID(),
  device: by.id,
  n,
  text: 'Goedemiddag',
});
