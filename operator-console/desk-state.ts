// Pure: the operator's desk. An input gives the next desk and what has to be done outside; no clock, no socket, no screen.
import { applyFrame, type DeskStep, only } from './desk-frames.ts';
import {
  type DeskEffect,
  type DeskInput,
  type DeskState,
  EMPTY_DESK,
  type KeptThread,
  type ThreadAction,
} from './desk-model.ts';
import {
  changeDraft,
  changeThread,
  flushOutbox,
  hasUnsent,
  isMine,
  restoreThread,
  takeBack,
  threadOf,
  unreadUpTo,
  writeMessage,
} from './desk-threads.ts';

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
    default:
      return only(changeOneThread(state, input));
  }
}

type OneThreadInput = Extract<
  DeskInput,
  { type: 'draft' | 'withdraw' | 'flush' | 'typing-faded' | 'dismiss' }
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
  }
}

/** Without a line nobody types, nothing is asked and nothing is followed; all of it starts anew after `welcome`. */
function changeLink(state: DeskState, link: DeskState['link']): DeskState {
  if (link.status === 'live') return { ...state, link };
  const threads = new Map(
    [...state.threads].map(([id, thread]) => [
      id,
      // What was told as read may not have arrived: it is told again.
      { ...thread, line: 'none' as const, typing: false, asking: null, paused: false, toldReadSeq: 0 },
    ]),
  );
  return { ...state, link, threads, storing: true, lists: state.lists === 'none' ? 'none' : 'stale' };
}

function select(state: DeskState, conversation: string | null): DeskState {
  if (state.selected === conversation) return state;
  const left = state.selected;
  const next = { ...state, selected: conversation };
  const over = left !== null && state.summaries.get(left)?.status === 'closed';
  if (left === null || !over || hasUnsent(threadOf(state, left))) return next;
  const summaries = new Map(state.summaries);
  const threads = new Map(state.threads);
  summaries.delete(left);
  threads.delete(left);
  return { ...next, summaries, threads };
}

function ask(state: DeskState, action: ThreadAction, conversation: string): DeskStep {
  const summary = state.summaries.get(conversation);
  const { asking } = threadOf(state, conversation);
  if (summary === undefined || asking !== null || state.link.status !== 'live') return only(state);
  const { assignmentEpoch } = summary;
  const frame =
    action === 'take' ? { type: action, conversation } : { type: action, conversation, assignmentEpoch };
  return {
    state: changeThread(state, conversation, { asking: action, notice: null }),
    effects: [{ do: 'send', frame }],
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

function followWanted(state: DeskState): DeskStep {
  const effects: DeskEffect[] = [];
  let next = state;
  const wanted = new Set([...state.summaries.keys()].filter((id) => isMine(state, id)));
  if (state.selected !== null) wanted.add(state.selected);
  for (const [id, thread] of state.threads) {
    if (hasUnsent(thread)) wanted.add(id);
    else if (thread.line === 'open' && !wanted.has(id)) {
      effects.push({ do: 'send', frame: { type: 'unfollow', conversation: id } });
      next = changeThread(next, id, { line: 'none', typing: false });
    }
  }
  for (const conversation of wanted) {
    const { line, log } = threadOf(next, conversation);
    if (line !== 'none') continue;
    effects.push({
      do: 'send',
      frame: { type: 'follow', conversation, lastSeq: log.lastSeq, epoch: log.epoch },
    });
    next = changeThread(next, conversation, { line: 'asked' });
  }
  return { state: next, effects };
}

function flushOutboxes(state: DeskState): DeskStep {
  const effects: DeskEffect[] = [];
  let next = state;
  for (const [id, thread] of state.threads) {
    if (thread.line !== 'open' || thread.paused || !hasUnsent(thread)) continue;
    const flushed = flushOutbox(id, thread);
    effects.push(...flushed.frames.map((frame) => ({ do: 'send' as const, frame })));
    next = changeThread(next, id, () => flushed.thread);
  }
  return { state: next, effects };
}

/** Read is what an operator who answers for it has on the screen of a window with focus. */
function tellRead(state: DeskState): DeskStep {
  const conversation = state.selected;
  if (conversation === null || !state.attentive || !isMine(state, conversation)) return only(state);
  const thread = threadOf(state, conversation);
  const seq = thread.line === 'open' ? unreadUpTo(thread) : null;
  if (seq === null) return only(state);
  return {
    state: changeThread(state, conversation, { toldReadSeq: seq }),
    effects: [{ do: 'send', frame: { type: 'read', conversation, seq } }],
  };
}
