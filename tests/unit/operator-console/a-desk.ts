// A desk for tests: the frames that a server would send, with only what the test cares about spelled out.
import type { ConversationEvent, ConversationSummary, ToOperatorFrame } from '#protocol';
import type { DeskEffect, DeskInput, DeskState } from '../../../operator-console/desk-model.ts';
import { openDesk, stepDesk } from '../../../operator-console/desk-state.ts';

export const ANNA = { id: 'anna'.padEnd(22, '-'), name: 'Anna de Vries' };
export const BRAM = { id: 'bram'.padEnd(22, '-'), name: 'Bram Jansen' };
export const TALK = 'talk'.padEnd(22, '-');
export const OTHER = 'other'.padEnd(22, '-');

export const CONTEXT = {
  form: 'Bijzondere bijstand aanvragen',
  step: { name: 'Inkomen', index: 3, of: 5 },
  field: { id: 'f1', label: 'Netto-inkomen per maand' },
  reasons: [{ code: 'repeated-error' as const, field: 'f1', count: 3, weight: 2 }],
  page: 'https://www.voorbeeldstad.nl/bijstand/inkomen',
};

export function aSummary(change: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id: TALK,
    organisation: 'Gemeente Voorbeeldstad',
    site: 'voorbeeldstad',
    status: 'waiting',
    language: 'nl',
    offered: true,
    context: CONTEXT,
    openedAt: 1_000,
    waitingSince: 1_000,
    assignee: null,
    assignmentEpoch: 0,
    lastSeq: 1,
    lastMessage: null,
    unread: 0,
    visitorHere: true,
    ...change,
  };
}

export const mine = (change: Partial<ConversationSummary> = {}): ConversationSummary =>
  aSummary({ status: 'active', assignee: ANNA, assignmentEpoch: 1, ...change });

export const welcome = (change: { epoch?: string; serverTime?: number } = {}): ToOperatorFrame => ({
  type: 'welcome',
  protocol: 1,
  epoch: 'one',
  operator: { ...ANNA, role: 'operator' },
  organisation: 'Gemeente Voorbeeldstad',
  status: 'available',
  serverTime: 0,
  heartbeatMs: 25_000,
  ...change,
});

export const followed = (
  summary: ConversationSummary,
  change: { lastSeq?: number; lastN?: number; readSeq?: number } = {},
): ToOperatorFrame => ({
  type: 'followed',
  conversation: summary.id,
  summary,
  lastSeq: summary.lastSeq,
  lastN: 0,
  readSeq: 0,
  ...change,
});

export const saidBy = (
  from: 'visitor' | 'operator',
  seq: number,
  text = `zin ${seq}`,
): Extract<ConversationEvent, { kind: 'message' }> => ({
  seq,
  at: seq,
  kind: 'message',
  id: `id-${seq}`,
  from,
  author: from === 'operator' ? ANNA.name : null,
  text,
});

export const OPENED: ConversationEvent = { seq: 1, at: 1_000, kind: 'opened', offered: true };

export const heard = (...events: ConversationEvent[]): Extract<ToOperatorFrame, { type: 'events' }> => ({
  type: 'events',
  conversation: TALK,
  events,
  more: false,
});

export const nack = (
  id: string,
  reason: Extract<ToOperatorFrame, { type: 'nack' }>['reason'],
  change: Partial<Extract<ToOperatorFrame, { type: 'nack' }>> = {},
): ToOperatorFrame => ({ type: 'nack', conversation: TALK, id, n: 1, reason, ...change });

/** Runs inputs through the reducer and remembers what had to be done outside. */
export class Desk {
  state: DeskState = openDesk({}, null);
  effects: DeskEffect[] = [];

  do(input: DeskInput): this {
    const { state, effects } = stepDesk(this.state, input);
    this.state = state;
    this.effects.push(...effects);
    return this;
  }

  hear(...frames: ToOperatorFrame[]): this {
    for (const frame of frames) this.do({ type: 'frame', frame, now: 0 });
    return this;
  }

  /** A line that is live, with these conversations on the desk. */
  connect(...conversations: ConversationSummary[]): this {
    this.do({ type: 'link', link: { status: 'live' } });
    return this.hear(welcome(), { type: 'desk', conversations });
  }

  /** Another line takes over from a fallback: the link stays live, and the server begins anew (F1). */
  switchLine(...conversations: ConversationSummary[]): this {
    return this.connect(...conversations);
  }

  drop(): this {
    return this.do({ type: 'link', link: { status: 'waiting', retryInMs: 100, attempt: 1 } });
  }

  /** The frames sent since the last time someone asked. */
  sent(): Extract<DeskEffect, { do: 'send' }>['frame'][] {
    return this.take('send').map((effect) => effect.frame);
  }

  told(): string[] {
    return this.take('tell').map(({ news, seen }) => (seen ? `${news} (seen)` : news));
  }

  take<Do extends DeskEffect['do']>(what: Do): Extract<DeskEffect, { do: Do }>[] {
    const isIt = (effect: DeskEffect): effect is Extract<DeskEffect, { do: Do }> => effect.do === what;
    const found = this.effects.filter(isIt);
    this.effects = this.effects.filter((effect) => !isIt(effect));
    return found;
  }
}
