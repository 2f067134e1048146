// Who may do what: the one function that HTTP and sockets both ask. What is not allowed here is refused.
import type { OperatorRole } from '#protocol';
import type { ConversationRef } from './ports.ts';

export type Actor =
  | { kind: 'visitor'; organisation: number; conversation: number }
  | { kind: 'operator'; organisation: number; operator: number; role: OperatorRole };

type Rule = (actor: Actor, target: ConversationRef) => boolean;

const visitorItself: Rule = (actor, target) =>
  actor.kind === 'visitor' &&
  actor.organisation === target.organisation &&
  actor.conversation === target.conversation;

const operatorOfSame: Rule = (actor, target) =>
  actor.kind === 'operator' && actor.organisation === target.organisation;

const supervisorOfSame: Rule = (actor, target) =>
  operatorOfSame(actor, target) && actor.kind === 'operator' && actor.role === 'supervisor';

const either: Rule = (actor, target) => visitorItself(actor, target) || operatorOfSame(actor, target);

const RULES = {
  follow: either,
  pull: either,
  send: either,
  read: either,
  typing: either,
  describe: visitorItself,
  introduce: visitorItself,
  stay: visitorItself,
  end: visitorItself,
  take: operatorOfSame,
  'take-over': supervisorOfSame,
  release: operatorOfSame,
  finish: operatorOfSame,
} satisfies Record<string, Rule>;

export type Action = keyof typeof RULES;

export function isAllowed(actor: Actor, action: Action, target: ConversationRef): boolean {
  return RULES[action](actor, target);
}
