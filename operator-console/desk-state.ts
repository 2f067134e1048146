// Pure: the operator's desk. An input gives the next desk and what has to be done outside; no clock, no socket, no screen.
import { applyFrame, askFrame, only } from './desk-frames.ts';
import { endLines, followWanted } from './desk-lines.ts';
import {
  type DeskEffect,
  type DeskInput,
  type DeskState,
  type DeskStep,
  EMPTY_DESK,
  type KeptThread,
  type ThreadAction,
} from './desk-model.ts';
import { flushOutboxes, writeMessage } from './desk-replies.ts';
import {
  changeDraft,
  changeThread,
  hasWords,
  isMine,
  restoreThread,
  takeBack,
  threadOf,
  unreadUpTo,
} from './desk-threads.ts';
import { isCaughtUp } from './desk-view.ts';

/** A desk that starts with what this tab kept over a reload. */
export function openDesk(kept: Readonly<Record<string, KeptThread>>, selected: string | null): DeskState {
  const threads = new Map(Object.entries(kept).map(([id, thread]) => [id, restoreThread(thread)]));
  return { ...EMPTY_DESK, threads, selected };
}

export function stepDesk(state: DeskState, input: DeskInput): DeskStep {
  return followUp(letGo(state, applyInput(state, input)));
}

/** What left the desk is not followed any longer. Without a line there is nothing to let go of. */
function letGo({ threads }: DeskState, step: DeskStep): DeskStep {
  if (step.state.threads === threads) return step;
  const effects = [...threads].flatMap(([conversation, { line }]): DeskEffect[] => {
    const isFollowed = line === 'open' || line === 'asked';
    if (!isFollowed || step.state.threads.has(conversation)) return [];
    return [{ do: 'send', frame: { type: 'unfollow', conversation } }];
  });
  return { ...step, effects: [...step.effects, ...effects] };
}

function applyInput(state: DeskState, input: DeskInput): DeskStep {
  switch (input.type) {
    case 'link':
      return only(changeLink(state, input.link));
    case 'frame':
      return applyFrame(state, input.frame, input.now);
    case 'select':
      return only(select(state, input.conversation));
    case 'write':
      return only(writeMessage(state, input.conversation, input.id, input.now));
    case 'ask':
      return ask(state, input.action, input.conversation);
    case 'status':
      return chooseStatus(state, input.status);
    case 'attention':
      return only(state.attentive === input.on ? state : { ...state, attentive: input.on });
    case 'focused':
      return only({ ...state, focus: null });
    case 'choose-contact':
      return only({ ...state, chosenContact: input.contact });
    case 'contact-left':
      return only({ ...state, focus: 'contacts' });
    default:
      return only(changeOneThread(state, input));
  }
}

type OneThreadInput = Extract<
  DeskInput,
  { type: 'draft' | 'withdraw' | 'flush' | 'typing-faded' | 'dismiss' | 'discard' }
>;

function changeOneThread(state: DeskState, input: OneThreadInput): DeskState {
  const { conversation } = input;
  switch (input.type) {
    case 'draft':
      return changeDraft(state, conversation, input.text, input.now);
    case 'withdraw':
      return changeThread(state, conversation, (thread) => takeBack(thread, [input.id]));
    case 'flush':
      return changeThread(state, conversation, { paused: false });
    case 'typing-faded':
      return changeThread(state, conversation, { typing: false });
    case 'dismiss':
      return changeThread(state, conversation, { notice: null });
    case 'discard':
      return discard(state, conversation);
  }
}

/** Throws away what was written to a conversation that is no longer this operator's, and with it what ended. */
function discard(state: DeskState, conversation: string): DeskState {
  const { outbox } = threadOf(state, conversation);
  const next = changeThread(state, conversation, { ...EMPTY_WORDS, outbox: { ...outbox, entries: [] } });
  const status = state.summaries.get(conversation)?.status;
  const isOver = status === undefined || status === 'closed';
  return isOver && state.selected !== conversation ? forget(next, conversation) : next;
}

const EMPTY_WORDS = { draft: '', draftSince: 0, notice: null };

function forget(state: DeskState, conversation: string): DeskState {
  const summaries = new Map(state.summaries);
  const threads = new Map(state.threads);
  summaries.delete(conversation);
  threads.delete(conversation);
  return { ...state, summaries, threads };
}

/** Without a line nothing is asked: who pressed minutes ago does not expect it any more. */
function changeLink(state: DeskState, link: DeskState['link']): DeskState {
  if (link.status === 'live') return { ...state, link };
  const ended = endLines(state);
  const threads = new Map([...ended.threads].map(([id, thread]) => [id, { ...thread, asking: null }]));
  return { ...ended, link, threads };
}

function select(state: DeskState, conversation: string | null): DeskState {
  if (state.selected === conversation) return state;
  const left = state.selected;
  const next = { ...state, selected: conversation };
  const over = left !== null && state.summaries.get(left)?.status === 'closed';
  if (left === null || !over || hasWords(threadOf(state, left))) return next;
  return forget(next, left);
}

function ask(state: DeskState, action: ThreadAction, conversation: string): DeskStep {
  const summary = state.summaries.get(conversation);
  const { asking } = threadOf(state, conversation);
  if (summary === undefined || asking !== null || state.link.status !== 'live') return only(state);
  const { assignmentEpoch: askedUnder } = summary;
  return {
    state: changeThread(state, conversation, { asking: action, askedUnder, askAgain: false, notice: null }),
    effects: [{ do: 'send', frame: askFrame(action, conversation, askedUnder) }],
  };
}

function chooseStatus(state: DeskState, status: NonNullable<DeskState['status']>): DeskStep {
  const next = { ...state, wantedStatus: status };
  // Off line the choice waits for the next welcome.
  return state.link.status === 'live'
    ? { state: next, effects: [{ do: 'send', frame: { type: 'status', status } }] }
    : only(next);
}

/** What must hold after every input, whatever it was: the right lines are open, outboxes go out, what was seen is told. */
function followUp(step: DeskStep): DeskStep {
  if (step.state.link.status !== 'live' || step.state.lists !== 'fresh') return step;
  return [followWanted, flushOutboxes, tellRead].reduce((before, rule) => {
    const after = rule(before.state);
    return { state: after.state, effects: [...before.effects, ...after.effects] };
  }, step);
}

/** Read is what an operator who answers for it has on the screen of a window with focus. */
function tellRead(state: DeskState): DeskStep {
  const conversation = state.selected;
  if (conversation === null || !state.attentive || !isMine(state, conversation)) return only(state);
  const thread = threadOf(state, conversation);
  // Not before the outbox was judged: what nobody read yet is what the server refuses an older reply by (A7).
  const seq = isCaughtUp(thread) ? unreadUpTo(thread) : null;
  if (seq === null) return only(state);
  return {
    state: changeThread(state, conversation, { toldReadSeq: seq }),
    effects: [{ do: 'send', frame: { type: 'read', conversation, seq } }],
  };
}
