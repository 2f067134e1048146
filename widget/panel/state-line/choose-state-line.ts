// One sentence about how things stand: the one thing that matters most to the citizen now.
import type { SiteInfo } from '#protocol';
import { type ConversationState, isLate } from '../../conversation/conversation-state.ts';
import type { Texts } from '../i18n/nl.ts';
import type { TalkTexts } from '../log/i18n/nl.ts';

export interface StateLineWords {
  readonly text: string;
  /** `trouble`: something keeps the citizen from being helped. */
  readonly tone: 'calm' | 'trouble';
  readonly action: string | null;
}

const calm = (text: string): StateLineWords => ({ text, tone: 'calm', action: null });
const trouble = (text: string, action: string | null = null): StateLineWords => ({
  text,
  tone: 'trouble',
  action,
});

const describeLost = ({ lost }: ConversationState, texts: Texts): StateLineWords | null =>
  lost.length > 0 ? trouble(texts.lost(lost.length)) : null;

/** `talk`: null while the code of the conversation is not here; what it alone can find out is not so then. */
type Talk = TalkTexts | null;

function describeTrouble(state: ConversationState, texts: Texts, talk: Talk): StateLineWords | null {
  if (talk && state.obstacle === 'refused') return trouble(talk.refused, texts.retry);
  if (talk && state.obstacle === 'elsewhere') return trouble(talk.elsewhere, talk.continueHere);
  if (state.cut) return trouble(texts.offline);
  const lost = describeLost(state, texts);
  if (lost !== null) return lost;
  if (talk && !state.storing) return trouble(talk.notStoring);
  if (state.outbox.entries.some((entry) => isLate(state, entry))) return trouble(`${texts.late}.`);
  return null;
}

function describeConversation(
  state: ConversationState,
  isBusy: boolean,
  texts: Texts,
  talk: Talk,
): StateLineWords | null {
  if (state.ending) return calm(texts.ending);
  if (state.phase === 'active') {
    const { operator, operatorHere } = state;
    return operatorHere || !talk ? null : calm(talk.operatorAway(operator ?? texts.operator));
  }
  if (state.phase === 'starting' && state.resumed) return calm(texts.loading);
  return calm(isBusy ? texts.waitingBusy : texts.waiting);
}

export function chooseStateLine(
  state: ConversationState,
  reach: SiteInfo['reach']['state'],
  texts: Texts,
  talk: Talk,
): StateLineWords | null {
  // Over: only what was never sent is still of interest.
  if (state.phase === 'closed') return describeLost(state, texts);
  const isBusy = reach === 'busy';
  const words = describeTrouble(state, texts, talk);
  if (words !== null) return words;
  if (state.phase === 'none') return isBusy ? calm(texts.busy) : null;
  return describeConversation(state, isBusy, texts, talk);
}
