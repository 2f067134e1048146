// PURE. What a frame of the server changes (rules M, R and P).
import type { ConversationEvent, ToVisitorFrame } from '#protocol';
import { adoptEpoch, applyEvents, isSameHistory } from '#protocol/event-log';
import { acknowledge, refuse, rewind, settle } from '#protocol/outbox';
import type { ConversationEffect, ConversationState, Step } from './conversation-state.ts';
import { close, flush, stay } from './outcome-state.ts';
import { noteSilence } from './silence-state.ts';
import { NOT_TOLD, tellQueue } from './waiting-state.ts';

export function receive(state: ConversationState, frame: ToVisitorFrame): Step {
  switch (frame.type) {
    case 'welcome':
      return welcome(state, frame);
    case 'events':
      return follow(state, frame);
    case 'ack':
      return flush({ ...state, outbox: acknowledge(state.outbox, frame) });
    case 'nack': {
      const { outbox, retryIn } = refuse(state.outbox, frame);
      if (!retryIn) return flush({ ...state, outbox });
      return { state: { ...state, outbox }, effects: [{ do: 'flush-later', ms: retryIn }] };
    }
    case 'typing':
      return stay({ ...state, operatorTyping: frame.on });
    case 'read':
      return stay({ ...state, readSeq: Math.max(state.readSeq, frame.seq) });
    case 'presence':
      return stay({ ...state, operatorHere: frame.here, operatorTyping: false });
    case 'silence':
      return noteSilence(state, frame.endsAt);
    case 'queue':
      return tellQueue(state, frame);
    case 'service':
      return stay({ ...state, storing: frame.storing });
    case 'heartbeat':
    case 'drain':
      return stay(state);
  }
}

type Welcome = Extract<ToVisitorFrame, { type: 'welcome' }>;

function know(state: ConversationState, frame: Welcome): ConversationState {
  const { status, lastSeq, readSeq, operator, operatorHere } = frame;
  const log = adoptEpoch(state.log, frame.epoch, lastSeq);
  // In another history nothing was seen; in ours no more than there is.
  const most = log.lastSeq < state.log.lastSeq ? 0 : lastSeq;
  const seenSeq = Math.min(state.seenSeq, most);
  const toldSeq = Math.min(state.toldSeq, most);
  const told = status === 'waiting' ? {} : NOT_TOLD;
  const known = { ...state, ...told, log, historySeq: lastSeq, phase: status, operator, operatorHere };
  return { ...known, readSeq, seenSeq, toldSeq };
}

/** To be read, not to be answered: the line, which comes later, says what has arrived. A line that is there knows better. */
export function showTail(state: ConversationState, frames: readonly ToVisitorFrame[]): Step {
  const first = frames.find((frame) => frame.type === 'welcome');
  if (state.phase !== 'starting' || first === undefined || first.status === 'closed') return stay(state);
  const events = frames.flatMap((frame) => (frame.type === 'events' ? frame.events : []));
  return stay(follow(know(state, first), { type: 'events', events, more: false }).state);
}

function welcome(state: ConversationState, frame: Welcome): Step {
  const { status } = frame;
  const next: ConversationState = {
    ...know(state, frame),
    outbox: rewind(state.outbox, frame.lastN, isSameHistory(state.log, frame.epoch)),
    line: 'live',
    cut: false,
    obstacle: null,
    storing: true,
  };
  return finish(status === 'closed' ? stay(next) : flush(next));
}

/** A closed conversation needs no line once its history is in; what the log does not have by then goes back to the citizen. */
function finish({ state, effects }: Step): Step {
  const isDone = state.phase === 'closed' && state.log.lastSeq >= state.historySeq;
  if (!isDone) return { state, effects };
  const closed = close(state);
  return { state: closed.state, effects: [...effects, ...closed.effects, { do: 'disconnect' }] };
}

function follow(state: ConversationState, frame: Extract<ToVisitorFrame, { type: 'events' }>): Step {
  const { log, gap } = applyEvents(state.log, frame.events);
  const added = log.events.slice(state.log.events.length);
  const ids = new Set(added.map((event) => (event.kind === 'message' ? event.id : '')));
  const news = added.filter((event) => event.seq > state.historySeq);
  const told = news.reduce(applyNews, stay({ ...state, log, outbox: settle(state.outbox, ids) }));
  const effects: ConversationEffect[] = [...told.effects];
  // R2: pages that follow come by themselves; asking for them would send everything again and again.
  if (gap) effects.push({ do: 'send', frame: { type: 'pull', after: log.lastSeq } });
  if (news.length > 0) effects.push({ do: 'news', events: news });
  return finish({ state: told.state, effects });
}

/** History is summed up in the welcome; only what comes after it changes how things stand. */
function applyNews({ state, effects }: Step, event: ConversationEvent): Step {
  if (event.kind === 'closed') return close(state);
  if (event.kind === 'assigned') {
    const { operator } = event;
    return { state: { ...state, ...NOT_TOLD, phase: 'active', operator, operatorHere: true }, effects };
  }
  const next: ConversationState = { ...state, operatorTyping: false };
  if (event.kind === 'unassigned') {
    return { state: { ...next, ...NOT_TOLD, phase: 'waiting', operator: null }, effects };
  }
  return { state: event.kind === 'message' && event.from === 'operator' ? next : state, effects };
}
