// PURE. One thing happens to the conversation: the state after it, and what has to be done.
import { CLOSE, maskNumbers } from '#protocol';
import type { LinkState } from '#protocol/link';
import { enqueue, type Outbox } from '#protocol/outbox';
import {
  type ConversationInput,
  type ConversationState,
  LATE_AFTER_MS,
  NO_CONVERSATION,
  type Step,
} from './conversation-state.ts';
import { noteMasked } from './masked-state.ts';
import { close, flush, stay } from './outcome-state.ts';
import { noteOwed } from './owed-state.ts';
import { receive, showTail } from './received-state.ts';
import { answerSilence } from './silence-state.ts';
import { noteUnread } from './unread-state.ts';
import { NOT_TOLD, passNorm } from './waiting-state.ts';

export function stepConversation(state: ConversationState, input: ConversationInput): Step {
  return noteMasked(state, noteUnread(noteOwed(take(state, input))));
}

/** T5: no BSN and no IBAN is ever in the outbox, so none is kept, sent or shown; what earlier pages left may be from before that. */
const putIn = (outbox: Outbox, { id, text }: { id: string; text: string }, at: number): Outbox =>
  enqueue(outbox, { id, text: maskNumbers(text).text, at });

function take(state: ConversationState, input: ConversationInput): Step {
  switch (input.kind) {
    case 'begin':
      return begin(state, input.owed);
    case 'resume':
      return resume(input);
    case 'adopt':
      return adopt(state, input);
    case 'tail':
      return showTail(state, input.frames);
    case 'started':
      return {
        state: { ...state, phase: state.resumed ? 'starting' : 'waiting', obstacle: null },
        effects: [{ do: 'connect' }],
      };
    case 'start-refused':
      return stay({ ...state, obstacle: 'refused' });
    case 'write':
      return write(state, input);
    case 'line':
      return changeLine(state, input.line);
    case 'frame':
      return receive(state, input.frame);
    case 'searched-long':
      return flush({ ...state, goesFirst: true });
    case 'norm-over':
      return passNorm(state);
    case 'flush':
      return flush(state);
    case 'seen':
      return markSeen(state);
    case 'seen-elsewhere':
      return stay({ ...state, seenSeq: Math.max(state.seenSeq, input.upTo) });
    case 'end':
      return flush({ ...state, ...NOT_TOLD, ending: true });
    case 'stay':
      return answerSilence(state);
    case 'form-end':
      return stay({ ...state, formEnd: input.end });
    case 'retry':
      return retry(state);
    case 'clock':
      return stay({ ...state, lateBefore: input.now - LATE_AFTER_MS });
  }
}

function begin(state: ConversationState, owed = state.owed): Step {
  if (state.phase !== 'none') return stay(state);
  return { state: { ...state, phase: 'starting', owed }, effects: [{ do: 'start' }] };
}

function resume(input: Extract<ConversationInput, { kind: 'resume' }>): Step {
  const { outbox, owed = [], seen = 0, at, started } = input;
  const queued = outbox.reduce((box, one) => putIn(box, one, at), NO_CONVERSATION.outbox);
  return {
    state: {
      ...NO_CONVERSATION,
      phase: 'starting',
      resumed: started,
      outbox: queued,
      owed,
      kept: null,
      seenSeq: seen,
    },
    effects: [{ do: started ? 'connect' : 'start' }],
  };
}

/** They were written earlier than what waits here; what the log shows or is on its way already needs no second try. */
function adopt(state: ConversationState, input: Extract<ConversationInput, { kind: 'adopt' }>): Step {
  const { entries } = state.outbox;
  const kept = input.kept.join() === state.kept?.join() ? state.kept : input.kept;
  if (input.messages.length === 0) return kept === state.kept ? stay(state) : flush({ ...state, kept });
  const known = new Set(entries.map((entry) => entry.id));
  for (const event of state.log.events) if (event.kind === 'message') known.add(event.id);
  const added = input.messages
    .filter(({ id }) => !known.has(id))
    .reduce((box, one) => putIn(box, one, input.at), NO_CONVERSATION.outbox);
  const queued = entries.filter((entry) => entry.state === 'queued');
  const others = entries.filter((entry) => entry.state !== 'queued');
  const outbox = { ...state.outbox, entries: [...others, ...added.entries, ...queued] };
  const isOver = state.phase === 'closed' && state.log.lastSeq >= state.historySeq;
  return isOver ? close({ ...state, outbox, kept }) : flush({ ...state, outbox, kept });
}

function write(state: ConversationState, message: Extract<ConversationInput, { kind: 'write' }>): Step {
  // Sent before the end was on the screen: it is in the message box again, where it came from.
  if (state.phase === 'closed') return { state, effects: [{ do: 'give-back', texts: [message.text] }] };
  // What is lost was told: who writes on has read it.
  const owed = state.owed.filter((one) => !state.lost.includes(one));
  const next = { ...state, owed, outbox: putIn(state.outbox, message, message.at) };
  return state.phase === 'none' ? begin(next) : flush(next);
}

function changeLine(state: ConversationState, line: LinkState): Step {
  const next: ConversationState = { ...state, line: line.status, operatorTyping: false };
  // Live comes just before its welcome is received: there the rest follows.
  if (line.status !== 'stopped') return stay({ ...next, cut: state.cut || line.status === 'waiting' });
  if (line.code === CLOSE.conversationClosed) return close(next);
  if (line.code === CLOSE.tokenInvalid) return close({ ...next, obstacle: 'gone' });
  return stay({ ...next, obstacle: line.code === CLOSE.replaced ? 'elsewhere' : 'refused' });
}

function markSeen(state: ConversationState): Step {
  const { lastSeq } = state.log;
  const next = lastSeq > state.seenSeq ? { ...state, seenSeq: lastSeq } : state;
  if (state.line !== 'live' || lastSeq <= state.toldSeq) return stay(next);
  return {
    state: { ...next, toldSeq: lastSeq },
    effects: [{ do: 'send', frame: { type: 'read', seq: lastSeq } }],
  };
}

function retry(state: ConversationState): Step {
  const refused = state.obstacle === 'refused' ? 'start' : 'wake';
  return {
    state: { ...state, obstacle: null },
    effects: [{ do: state.line === 'stopped' ? 'connect' : refused }],
  };
}
