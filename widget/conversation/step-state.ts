// PURE. One thing happens to the conversation: the state after it, and what has to be done.
import { CLOSE } from '#protocol';
import type { LinkState } from '#protocol/link';
import { EMPTY_OUTBOX, enqueue, rewind, withdraw } from '#protocol/outbox';
import {
  type ConversationInput,
  type ConversationState,
  close,
  flush,
  isUnsent,
  LATE_AFTER_MS,
  NO_CONVERSATION,
  type Step,
  stay,
} from './conversation-state.ts';
import { receive } from './received-state.ts';

export function stepConversation(state: ConversationState, input: ConversationInput): Step {
  switch (input.kind) {
    case 'begin':
      return begin(state);
    case 'resume':
      return resume(input);
    case 'started':
      return {
        state: { ...state, phase: state.resumed ? 'starting' : 'waiting' },
        effects: [{ do: 'connect' }],
      };
    case 'start-refused':
      return stay({ ...state, obstacle: 'refused' });
    case 'write':
      return write(state, input);
    case 'withdraw':
      return stay({ ...state, outbox: withdraw(state.outbox, input.id) });
    case 'line':
      return changeLine(state, input.line);
    case 'frame':
      return receive(state, input.frame);
    case 'flush':
      return flush({ ...state, held: false });
    case 'seen':
      return markSeen(state);
    case 'operator-quiet':
      return stay({ ...state, operatorTyping: false });
    case 'end':
      return flush({ ...state, ending: true });
    case 'retry':
      return retry(state);
    case 'clock':
      return stay({ ...state, lateBefore: input.now - LATE_AFTER_MS });
  }
}

function begin(state: ConversationState): Step {
  if (state.phase !== 'none') return stay(state);
  return { state: { ...state, phase: 'starting' }, effects: [{ do: 'start', anew: false }] };
}

function resume(input: Extract<ConversationInput, { kind: 'resume' }>): Step {
  const outbox = input.outbox.reduce(
    (box, message) => enqueue(box, { ...message, at: input.at }),
    EMPTY_OUTBOX,
  );
  return {
    state: { ...NO_CONVERSATION, phase: 'starting', resumed: true, outbox },
    effects: [input.started ? { do: 'connect' } : { do: 'start', anew: false }],
  };
}

function write(state: ConversationState, message: { id: string; text: string; at: number }): Step {
  if (state.phase === 'closed') return stay(state);
  const { id, text, at } = message;
  const begun = begin({ ...state, outbox: enqueue(state.outbox, { id, text, at }) });
  const flushed = flush(begun.state);
  return { state: flushed.state, effects: [...begun.effects, ...flushed.effects] };
}

function changeLine(state: ConversationState, line: LinkState): Step {
  if (line.status === 'stopped') return stopLine({ ...state, line: 'stopped' }, line.code);
  // Live comes just before its welcome is received: the outbox moves there.
  const cut = line.status === 'waiting' || (state.cut && line.status !== 'live');
  return stay({ ...state, line: line.status, cut, operatorTyping: false });
}

function stopLine(state: ConversationState, code: number): Step {
  if (code === CLOSE.conversationClosed) return stay(close(state));
  if (code === CLOSE.replaced) return stay({ ...state, obstacle: 'elsewhere' });
  if (code !== CLOSE.tokenInvalid) return stay({ ...state, obstacle: 'refused' });
  return startAnewOrGiveUp(state);
}

/** The server does not know this conversation (its data was purged or put back): what was written still has to arrive, once. */
function startAnewOrGiveUp(state: ConversationState): Step {
  const unsent = state.outbox.entries.filter(isUnsent);
  if (unsent.length === 0 || state.obstacle === 'gone') {
    return stay(close({ ...state, obstacle: 'gone' }));
  }
  const outbox = rewind({ lastN: 0, entries: unsent }, 0);
  const fresh = { ...NO_CONVERSATION, phase: 'starting', lateBefore: state.lateBefore } as const;
  return { state: { ...fresh, outbox, obstacle: 'gone' }, effects: [{ do: 'start', anew: true }] };
}

function markSeen(state: ConversationState): Step {
  const { lastSeq } = state.log;
  if (state.line !== 'live' || lastSeq <= state.seenSeq) return stay(state);
  return {
    state: { ...state, seenSeq: lastSeq },
    effects: [{ do: 'send', frame: { type: 'read', seq: lastSeq } }],
  };
}

function retry(state: ConversationState): Step {
  const next: ConversationState = { ...state, obstacle: null };
  if (state.line === 'stopped') return { state: next, effects: [{ do: 'connect' }] };
  if (state.obstacle === 'refused') return { state: next, effects: [{ do: 'start', anew: false }] };
  return { state: next, effects: [{ do: 'wake' }] };
}
