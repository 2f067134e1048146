// PURE. What a frame of the server changes (rules M, R and P).
import type { ConversationEvent, ToVisitorFrame } from '#protocol';
import { adoptEpoch, applyEvents } from '#protocol/event-log';
import { acknowledge, refuse, rewind, settle } from '#protocol/outbox';
import { type ConversationState, close, flush, type Step, stay } from './conversation-state.ts';

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
      if (retryIn === null || retryIn === 0) return flush({ ...state, outbox });
      return { state: { ...state, outbox, held: true }, effects: [{ do: 'flush-later', ms: retryIn }] };
    }
    case 'typing':
      return stay({ ...state, operatorTyping: frame.on });
    case 'read':
      return stay({ ...state, readSeq: Math.max(state.readSeq, frame.seq) });
    case 'presence':
      return stay({ ...state, operatorHere: frame.here });
    case 'heartbeat':
    case 'drain':
      return stay(state);
  }
}

function welcome(state: ConversationState, frame: Extract<ToVisitorFrame, { type: 'welcome' }>): Step {
  const log = adoptEpoch(state.log, frame.epoch, frame.lastSeq);
  const next: ConversationState = {
    ...state,
    log,
    historySeq: frame.lastSeq,
    phase: frame.status,
    outbox: rewind(state.outbox, frame.lastN),
    operator: frame.operator,
    operatorHere: frame.operatorHere,
    operatorTyping: false,
    readSeq: log === state.log ? Math.max(state.readSeq, frame.readSeq) : frame.readSeq,
    seenSeq: Math.min(state.seenSeq, log.lastSeq),
    line: 'live',
    cut: false,
    obstacle: null,
    held: false,
    pulledAfter: null,
  };
  return frame.status === 'closed' ? finish(close(next)) : flush(next);
}

/** A closed conversation needs no line, once its history is in. */
function finish(state: ConversationState): Step {
  const complete = state.phase === 'closed' && state.log.lastSeq >= state.historySeq;
  return { state, effects: complete ? [{ do: 'disconnect' }] : [] };
}

function follow(state: ConversationState, frame: Extract<ToVisitorFrame, { type: 'events' }>): Step {
  const { log, gap } = applyEvents(state.log, frame.events);
  const added = log.events.slice(state.log.events.length);
  const ids = new Set(added.flatMap((event) => (event.kind === 'message' ? [event.id] : [])));
  const told: ConversationState = { ...state, log, outbox: settle(state.outbox, ids) };
  const news = added.filter((event) => event.seq > state.historySeq);
  const { state: next, effects } = finish(news.reduce(applyNews, told));
  const missing = (gap || frame.more) && next.pulledAfter !== log.lastSeq;
  return {
    state: missing ? { ...next, pulledAfter: log.lastSeq } : next,
    effects: [
      ...(missing ? [{ do: 'send', frame: { type: 'pull', after: log.lastSeq } } as const] : []),
      ...(news.length > 0 ? [{ do: 'news', events: news } as const] : []),
      ...effects,
    ],
  };
}

/** History is summed up in the welcome; only what comes after it changes how things stand. */
function applyNews(state: ConversationState, event: ConversationEvent): ConversationState {
  if (event.kind === 'assigned') {
    return { ...state, phase: 'active', operator: event.operator, operatorHere: true };
  }
  if (event.kind === 'unassigned') {
    return { ...state, phase: 'waiting', operator: null, operatorHere: false, operatorTyping: false };
  }
  if (event.kind === 'closed') return close(state);
  if (event.kind === 'message' && event.from === 'operator') return { ...state, operatorTyping: false };
  return state;
}
