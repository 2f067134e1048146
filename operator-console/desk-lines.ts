// Pure: what a line of the server means for each conversation: followed, resumed, refused, and all of it anew on the next line.
import type { ToOperatorFrame } from '#protocol';
import { adoptEpoch, isSameHistory } from '#protocol/event-log';
import { rewind } from '#protocol/outbox';
import type { DeskEffect, DeskState, DeskStep, Thread } from './desk-model.ts';
import { changeThread, hasWords, isMine, takeBack, threadOf, viewsAfterTry } from './desk-threads.ts';

/** Without a line nobody types, nothing is asked and nothing is followed; what was told as read may not have arrived. */
function endLine(thread: Thread): Thread {
  const writtenUnder = viewsAfterTry(thread);
  const askAgain = thread.asking !== null;
  return { ...thread, line: 'none', typing: false, paused: false, toldReadSeq: 0, askAgain, writtenUnder };
}

/** Every line of the server begins with nothing: also one that takes over from another while the link stays live (F1). */
export function endLines(state: DeskState): DeskState {
  const threads = new Map([...state.threads].map(([id, thread]) => [id, endLine(thread)]));
  return { ...state, threads, storing: true, lists: state.lists === 'none' ? 'none' : 'stale' };
}

export function openLine(
  thread: Thread,
  frame: Extract<ToOperatorFrame, { type: 'followed' }>,
  epoch: string,
): Thread {
  const isSame = isSameHistory(thread.log, epoch);
  const log = adoptEpoch(thread.log, epoch, frame.lastSeq);
  const isKept = isSame && log.lastSeq === thread.log.lastSeq;
  return {
    ...thread,
    line: 'open',
    paused: false,
    serverSeq: frame.lastSeq,
    citizenReadSeq: Math.max(thread.citizenReadSeq, frame.readSeq),
    log,
    formerLog: isKept ? thread.formerLog : (thread.formerLog ?? thread.log),
    outbox: rewind(thread.outbox, frame.lastN, isSame),
  };
}

/** The server does not know this conversation: what was still to be sent goes back to the writer. */
export function loseLine(state: DeskState, conversation: string): DeskState {
  const summaries = new Map(state.summaries);
  summaries.delete(conversation);
  return changeThread({ ...state, summaries }, conversation, (thread) => {
    const ids = thread.outbox.entries.map((entry) => entry.id);
    return { ...takeBack(thread, ids), line: 'gone', asking: null };
  });
}

export function followWanted(state: DeskState): DeskStep {
  const effects: DeskEffect[] = [];
  let next = state;
  const wanted = new Set([...state.summaries.keys()].filter((id) => isMine(state, id)));
  if (state.selected !== null) wanted.add(state.selected);
  for (const [id, thread] of state.threads) {
    // Also for words that wait for a look: what became of the conversation decides where they are shown.
    if (hasWords(thread)) wanted.add(id);
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
