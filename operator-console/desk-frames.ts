// Pure: what each frame of the server changes on the desk.
import type { ConversationSummary, OperatorFrame, ToOperatorFrame } from '#protocol';
import { applyContacts } from './desk-contacts.ts';
import { endLines, loseLine, openLine } from './desk-lines.ts';
import type { DeskEffect, DeskState, DeskStep, ThreadAction } from './desk-model.ts';
import { isSeen, newsOf } from './desk-news.ts';
import { takeAck, takeNack } from './desk-replies.ts';
import { changeThread, hasWords, isMine, takeEvents, threadOf } from './desk-threads.ts';

type Frame<T extends ToOperatorFrame['type']> = Extract<ToOperatorFrame, { type: T }>;

export const only = (state: DeskState): DeskStep => ({ state, effects: [] });

export function applyFrame(state: DeskState, frame: ToOperatorFrame, now: number): DeskStep {
  switch (frame.type) {
    case 'welcome':
      return welcome(state, frame, now);
    case 'desk':
      return replaceDesk(state, frame.conversations);
    case 'summary':
      return replaceSummary(state, frame.summary);
    case 'status':
      return only({ ...state, status: frame.status, wantedStatus: null });
    case 'refused':
      return only(refused(state, frame));
    case 'contacts':
    case 'contact':
      return applyContacts(state, frame);
    case 'service':
      return changeService(state, frame.storing);
    case 'heartbeat':
    case 'drain':
      return only(state);
    default:
      return applyThreadFrame(state, frame);
  }
}

type ThreadFrame = Frame<'followed' | 'events' | 'ack' | 'nack' | 'typing' | 'read' | 'presence'>;

function applyThreadFrame(state: DeskState, frame: ThreadFrame): DeskStep {
  const { conversation } = frame;
  // It left the desk while this was on its way.
  if (!state.threads.has(conversation)) return only(state);
  switch (frame.type) {
    case 'followed':
      return followed(state, frame);
    case 'events':
      return events(state, frame);
    case 'ack':
      return only(changeThread(state, conversation, (thread) => takeAck(thread, frame)));
    case 'nack':
      return nacked(state, frame);
    case 'typing':
      return only(changeThread(state, conversation, { typing: frame.on }));
    case 'read':
      return only(
        changeThread(state, conversation, (thread) => ({
          ...thread,
          citizenReadSeq: Math.max(thread.citizenReadSeq, frame.seq),
        })),
      );
    case 'presence':
      return only(presence(state, conversation, frame.here));
  }
}

function welcome(state: DeskState, frame: Frame<'welcome'>, now: number): DeskStep {
  const { operator, organisation, epoch, status } = frame;
  const effects: DeskEffect[] = [];
  const wanted = state.wantedStatus;
  if (wanted !== null && wanted !== status) {
    effects.push({ do: 'send', frame: { type: 'status', status: wanted } });
  }
  const clockAhead = frame.serverTime - now;
  // Also on a link that was live all along: another transport is another line of the server (F1).
  const next = { ...endLines(state), operator, organisation, epoch, status, clockAhead };
  return { state: { ...next, wantedStatus: effects.length > 0 ? wanted : null }, effects };
}

/** A choice of status that could not be stored is asked again. */
function changeService(state: DeskState, storing: boolean): DeskStep {
  const next = { ...state, storing };
  const { wantedStatus: status } = state;
  if (!storing || status === null) return only(next);
  return { state: next, effects: [{ do: 'send', frame: { type: 'status', status } }] };
}

/** Conversations that are open on the screen, or hold words of the operator, outlive their place in the lists. */
const mustKeep = (state: DeskState, conversation: string): boolean =>
  state.selected === conversation || hasWords(threadOf(state, conversation));

function replaceDesk(state: DeskState, conversations: readonly ConversationSummary[]): DeskStep {
  const kept = [...state.summaries].filter(([id]) => mustKeep(state, id));
  const summaries = new Map([...kept, ...conversations.map((one) => [one.id, one] as const)]);
  const threads = new Map([...state.threads].filter(([id]) => summaries.has(id) || mustKeep(state, id)));
  const known = state.summaries;
  // On the very first list nothing is news: the operator sees it all at once.
  const effects =
    state.lists === 'none' ? [] : conversations.flatMap((one) => newsOf(state, known.get(one.id), one));
  const listed: DeskStep = { state: { ...state, summaries, threads, lists: 'fresh' }, effects };
  return conversations.reduce((step, { id }) => {
    const settled = settleAsked(noteLoss(step.state, state, id), id);
    return { state: settled.state, effects: [...step.effects, ...settled.effects] };
  }, listed);
}

function replaceSummary(state: DeskState, summary: ConversationSummary): DeskStep {
  const before = state.summaries.get(summary.id);
  const summaries = new Map(state.summaries);
  if (summary.status === 'closed' && !mustKeep(state, summary.id)) {
    summaries.delete(summary.id);
    const threads = new Map(state.threads);
    threads.delete(summary.id);
    return only({ ...state, summaries, threads });
  }
  summaries.set(summary.id, summary);
  const effects = newsOf(state, before, summary);
  const next = noteLoss({ ...state, summaries }, state, summary.id);
  return { state: answered(next, summary.id), effects };
}

/** Who had a conversation a moment ago must see at once that it is someone else's now. */
function noteLoss(state: DeskState, before: DeskState, conversation: string): DeskState {
  const after = state.summaries.get(conversation);
  const { asking } = threadOf(state, conversation);
  const ownDoing = asking === 'release' || asking === 'finish';
  if (after === undefined || after.status === 'closed' || ownDoing) return state;
  if (!isMine(before, conversation) || isMine(state, conversation)) return state;
  return changeThread(state, conversation, {
    notice: { kind: 'lost', assignee: after.assignee?.name ?? null },
    asking: null,
  });
}

/** Did this summary bring what the operator asked for? Then the keyboard moves to the next thing to do. */
function answered(state: DeskState, conversation: string): DeskState {
  const { asking } = threadOf(state, conversation);
  if (asking === null) return state;
  const status = state.summaries.get(conversation)?.status;
  const mine = isMine(state, conversation);
  const done: Record<ThreadAction, boolean> = {
    take: mine,
    'take-over': mine,
    release: !mine,
    finish: status === 'closed',
  };
  if (!done[asking]) return state;
  const next = changeThread(state, conversation, { asking: null, askAgain: false, notice: null });
  return { ...next, focus: mine ? 'composer' : 'lists' };
}

/** What was asked on a line that made way is done by now, or asked again: the server judges it by the assignment of that moment. */
function settleAsked(before: DeskState, conversation: string): DeskStep {
  const state = answered(before, conversation);
  const { asking: action, askedUnder: assignmentEpoch, askAgain } = threadOf(state, conversation);
  if (action === null || !askAgain) return only(state);
  return {
    state: changeThread(state, conversation, { askAgain: false }),
    effects: [{ do: 'send', frame: askFrame(action, conversation, assignmentEpoch) }],
  };
}

export const askFrame = (
  action: ThreadAction,
  conversation: string,
  assignmentEpoch: number,
): OperatorFrame =>
  action === 'take' ? { type: action, conversation } : { type: action, conversation, assignmentEpoch };

function followed(state: DeskState, frame: Frame<'followed'>): DeskStep {
  const { conversation, summary } = frame;
  const summaries = new Map(state.summaries).set(conversation, summary);
  const opened = changeThread({ ...state, summaries }, conversation, (thread) =>
    openLine(thread, frame, state.epoch ?? ''),
  );
  return settleAsked(opened, conversation);
}

function events(state: DeskState, frame: Frame<'events'>): DeskStep {
  const { conversation } = frame;
  const before = threadOf(state, conversation);
  const { thread, gap } = takeEvents(before, frame);
  const effects: DeskEffect[] = [];
  if (gap) effects.push({ do: 'send', frame: { type: 'pull', conversation, after: thread.log.lastSeq } });
  // History that comes in after opening a conversation is not news.
  const since = Math.max(before.log.lastSeq, before.serverSeq);
  const news = thread.log.events.some(
    (event) => event.seq > since && event.kind === 'message' && event.from === 'visitor',
  );
  if (news && isSeen(state, conversation)) {
    effects.push({ do: 'tell', news: 'message', conversation, seen: true });
  }
  return { state: changeThread(state, conversation, () => thread), effects };
}

function nacked(state: DeskState, frame: Frame<'nack'>): DeskStep {
  const { conversation } = frame;
  const { thread, retryIn } = takeNack(threadOf(state, conversation), frame, state.operator?.name);
  const effects: DeskEffect[] = [];
  if (thread.paused && retryIn !== null) effects.push({ do: 'flush-later', conversation, inMs: retryIn });
  return { state: changeThread(state, conversation, () => thread), effects };
}

function refused(state: DeskState, frame: Frame<'refused'>): DeskState {
  const { conversation, action, reason, assignee } = frame;
  if (action === 'follow') return loseLine(state, conversation);
  if (action === 'read' || action === 'typing' || action === 'pull') return state;
  // Asked twice over two lines, it is answered twice: who has the answer asks nothing any more.
  if (threadOf(state, conversation).asking !== action) return state;
  return changeThread(state, conversation, {
    asking: null,
    notice: { kind: 'refused', action, reason, assignee },
  });
}

function presence(state: DeskState, conversation: string, here: boolean): DeskState {
  const summary = state.summaries.get(conversation);
  if (summary === undefined) return state;
  return {
    ...changeThread(state, conversation, (thread) => (here ? thread : { ...thread, typing: false })),
    summaries: new Map(state.summaries).set(conversation, { ...summary, visitorHere: here }),
  };
}
