// The middle of the desk: one conversation, with what can be done about it now.
import { useState } from 'preact/hooks';
import type { ConversationSummary } from '#protocol';
import { useDesk, useTools } from '../desk-context.ts';
import { mayTakeOver } from '../desk-lists.ts';
import type { Thread } from '../desk-model.ts';
import { isMine, threadOf } from '../desk-threads.ts';
import { asksForLook } from '../desk-view.ts';
import { nl } from '../i18n/nl.ts';
import { sayForm, sayStep } from '../i18n/say-conversation.ts';
import { Moment } from '../ui/ticking.tsx';
import { AlsoCalledBack } from './also-called-back.tsx';
import { Composer } from './composer.tsx';
import { CopyButton } from './copy-button.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { Messages } from './messages.tsx';
import { TakeButton } from './take-button.tsx';
import { ThreadNoticeBar } from './thread-notice.tsx';

export function Conversation({ conversation }: { conversation: string }) {
  const state = useDesk((desk) => [
    desk.summaries.get(conversation),
    desk.operator,
    desk.link.status,
    threadOf(desk, conversation),
  ]);
  const summary = state.summaries.get(conversation);
  const thread = threadOf(state, conversation);
  if (thread.line === 'gone') return <Gone conversation={conversation} draft={thread.draft} />;
  if (summary === undefined) return <p class="empty big">{nl.conversation.loading}</p>;
  const { notice } = thread;
  const mine = isMine(state, conversation);
  return (
    <>
      {/* Who may not send any more is not asked to look before sending. */}
      {notice && (mine || !asksForLook(notice)) && (
        <ThreadNoticeBar conversation={conversation} notice={notice} />
      )}
      <Presence summary={summary} mine={mine} />
      <AlsoCalledBack contact={summary.callBack} />
      {summary.formEndsAt !== undefined && <FormEnd endsAt={summary.formEndsAt} mine={mine} />}
      {summary.endsAt !== undefined && <Silence endsAt={summary.endsAt} mine={mine} />}
      {thread.log.lastSeq < thread.serverSeq && <p class="empty late-words">{nl.conversation.loading}</p>}
      <Messages key={conversation} thread={thread} operator={state.operator?.name ?? null} />
      <Foot summary={summary} thread={thread} mine={mine} takeOver={mayTakeOver(state)} />
    </>
  );
}

/** The server does not know it (A5). What was being written stays there to copy. */
function Gone({ conversation, draft }: KeptDraftProps) {
  return (
    <>
      <p class="empty big">{nl.conversation.gone}</p>
      {draft !== '' && (
        <div class="foot">
          <div class="foot-words">
            <KeptDraft conversation={conversation} draft={draft} />
          </div>
        </div>
      )}
    </>
  );
}

interface KeptDraftProps {
  conversation: string;
  draft: string;
}

/** In the queue it waits for who takes the conversation again; elsewhere nobody will get it. */
function KeptDraft({ conversation, draft, mayReturn = false }: KeptDraftProps & { mayReturn?: boolean }) {
  const { link } = useTools();
  return (
    <>
      <p class="kept-draft">
        <strong>{nl.conversation.draftKept}</strong> <span dir="auto">{draft}</span>
      </p>
      {!mayReturn && (
        <p class="fine kept-actions">
          <CopyButton text={draft} />
          <button type="button" class="link" onClick={() => link.act({ type: 'discard', conversation })}>
            {nl.conversation.discard}
          </button>
        </p>
      )}
    </>
  );
}

function Presence({ summary, mine }: { summary: ConversationSummary; mine: boolean }) {
  if (summary.status === 'closed' || summary.visitorHere || !mine) return null;
  return (
    <p class="presence" role="status">
      {nl.conversation.left}
    </p>
  );
}

/** Said when it comes, not with every second that goes by. */
function Silence({ endsAt, mine }: { endsAt: number; mine: boolean }) {
  return (
    <p class="presence" role="status">
      {nl.conversation.silence} <Moment at={endsAt} />. {mine && nl.conversation.silenceHint}
    </p>
  );
}

/** True before that time and behind it: nobody knows whether the citizen saved it. */
function FormEnd({ endsAt, mine }: { endsAt: number; mine: boolean }) {
  return (
    <p class="presence" role="status">
      {nl.conversation.formEnds} <Moment at={endsAt} />. {mine && nl.conversation.formEndsHint}
    </p>
  );
}

interface FootProps {
  summary: ConversationSummary;
  thread: Thread;
  mine: boolean;
  takeOver: boolean;
}

/** What the operator may do at the bottom of the log follows from who has the conversation. */
function Foot({ summary, thread, mine, takeOver }: FootProps) {
  if (mine) return <Composer key={summary.id} conversation={summary.id} />;
  const overtakes = takeOver && summary.status === 'active';
  return (
    <div class="foot">
      <div class="foot-words">
        <p>
          {sayWhy(summary)}
          {overtakes && ` ${nl.conversation.mayTakeOver}`}
        </p>
        {thread.draft !== '' && (
          <KeptDraft
            conversation={summary.id}
            draft={thread.draft}
            mayReturn={summary.status === 'waiting'}
          />
        )}
      </div>
      {summary.status === 'waiting' && <TakeButton summary={summary} />}
      {overtakes && <TakeButton summary={summary} action="take-over" />}
    </div>
  );
}

function sayWhy(summary: ConversationSummary): string {
  if (summary.status === 'closed') return nl.conversation.ended;
  if (summary.status === 'active' && summary.assignee) return nl.conversation.of(summary.assignee.name);
  return nl.conversation.waiting;
}

export function ConversationTitle({ conversation }: { conversation: string }) {
  const state = useDesk((desk) => [
    desk.summaries.get(conversation),
    desk.operator,
    desk.link.status,
    threadOf(desk, conversation).asking,
    threadOf(desk, conversation).line,
  ]);
  const summary = state.summaries.get(conversation);
  const step = summary ? sayStep(summary) : '';
  const field = summary?.context?.field?.label;
  return (
    <div class="title">
      <div class="title-words">
        <h2 dir="auto">{summary ? sayForm(summary) : nl.conversation.label}</h2>
        {(step !== '' || field !== undefined) && (
          <p dir="auto">{[step, field].filter((part) => part !== '' && part !== undefined).join(' · ')}</p>
        )}
      </div>
      {isMine(state, conversation) && threadOf(state, conversation).line !== 'gone' && (
        <Actions conversation={conversation} />
      )}
    </div>
  );
}

function Actions({ conversation }: { conversation: string }) {
  const { link } = useTools();
  const state = useDesk((desk) => [threadOf(desk, conversation).asking, desk.link.status]);
  const { asking } = threadOf(state, conversation);
  const [confirming, setConfirming] = useState(false);
  const idle = asking === null && state.link.status === 'live';
  return (
    <div class="actions">
      <button
        type="button"
        disabled={!idle}
        onClick={() => link.act({ type: 'ask', action: 'release', conversation })}
      >
        {asking === 'release' ? nl.releasing : nl.release}
      </button>
      <button type="button" disabled={!idle} onClick={() => setConfirming(true)}>
        {asking === 'finish' ? nl.finishing : nl.finish}
      </button>
      {confirming && (
        <FinishDialog
          close={() => setConfirming(false)}
          finish={() => link.act({ type: 'ask', action: 'finish', conversation })}
        />
      )}
    </div>
  );
}
