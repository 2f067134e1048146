// The left column: who waits, and with whom this operator talks.
import { useEffect, useRef } from 'preact/hooks';
import { useDesk, useTools } from '../desk-context.ts';
import { mayTakeOver, mineOf, queueOf, unreadOf } from '../desk-lists.ts';
import { threadOf } from '../desk-threads.ts';
import { asksForLook } from '../desk-view.ts';
import { nl } from '../i18n/nl.ts';
import { sayWords } from '../i18n/say-conversation.ts';
import { Ago, Moment, WaitClock } from '../ui/ticking.tsx';
import { LeftConversations, Others } from './colleagues.tsx';
import { ContactList } from './contact-list.tsx';
import { Count, RowLink, type RowProps } from './row-link.tsx';
import { TakeButton } from './take-button.tsx';

export function Lists() {
  const { link } = useTools();
  const state = useDesk((desk) => [desk.summaries, desk.operator, desk.lists, desk.status, desk.focus]);
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = state.focus === 'lists';
  useEffect(() => {
    if (!wanted) return;
    heading.current?.focus();
    link.act({ type: 'focused' });
  }, [wanted, link]);
  const queue = queueOf(state);
  const mine = mineOf(state);
  const known = state.lists !== 'none';
  return (
    <nav class="lists" aria-label={nl.lists.label}>
      <section>
        <h2 ref={heading} tabIndex={-1}>
          <span id="queue-name">{nl.lists.queue}</span> <Count of={queue.length} />
        </h2>
        <QuietStatus />
        <ul aria-labelledby="queue-name">
          {queue.map((one) => (
            <QueueRow key={one.id} summary={one} />
          ))}
        </ul>
        {queue.length === 0 && (known ? <p class="empty">{nl.lists.queueEmpty}</p> : <Skeleton />)}
      </section>
      <section>
        <h2>
          <span id="mine-name">{nl.lists.mine}</span> <Count of={mine.length} />
        </h2>
        <ul aria-labelledby="mine-name">
          {mine.map((one) => (
            <MyRow key={one.id} summary={one} />
          ))}
        </ul>
        <LeftConversations />
        {known && mine.length === 0 && (
          <p class="empty">{queue.length > 0 ? nl.lists.mineEmptyQueue : nl.lists.mineEmpty}</p>
        )}
      </section>
      {mayTakeOver(state) && <Others />}
      <ContactList />
    </nav>
  );
}

/** Shown only after 200 ms, so that a quick answer never flashes. */
const Skeleton = () => (
  <div class="skeleton late-words" aria-hidden="true">
    <span />
    <span />
    <span />
  </div>
);

function QuietStatus() {
  const { status, wantedStatus } = useDesk((state) => [state.status, state.wantedStatus]);
  const shown = wantedStatus ?? status;
  if (shown === null || shown === 'available') return null;
  return <p class="quiet">{nl.status.quiet[shown]}</p>;
}

function QueueRow({ summary }: RowProps) {
  return (
    <li class="row">
      <RowLink summary={summary} />
      <p class="row-words" dir="auto">
        {sayWords(summary)}
      </p>
      <div class="row-foot">
        <WaitClock since={summary.waitingSince} />
        <TakeButton summary={summary} describedBy={`row-${summary.id}`} small />
      </div>
      {summary.assignmentEpoch > 0 && <p class="row-note">{nl.lists.returned}</p>}
    </li>
  );
}

function MyRow({ summary }: RowProps) {
  const { link } = useTools();
  const state = useDesk((desk) => [
    threadOf(desk, summary.id).typing,
    unreadOf(desk, summary),
    threadOf(desk, summary.id).notice,
    desk.selected === summary.id,
  ]);
  const unread = unreadOf(state, summary);
  const { typing, notice } = threadOf(link.store.state, summary.id);
  // On the screen the notice itself says so.
  const isBack = state.selected !== summary.id && notice !== null && asksForLook(notice);
  const at = summary.lastMessage?.at ?? summary.openedAt;
  return (
    <li class={`row${unread > 0 ? ' row-unread' : ''}`}>
      <RowLink summary={summary} />
      <p class="row-words" dir="auto">
        {typing ? <em>{nl.lists.typing}</em> : sayWords(summary)}
      </p>
      <div class="row-foot">
        <Ago at={at} />
        {unread > 0 && <span class="unread">{nl.lists.unread(unread)}</span>}
      </div>
      {isBack && <p class="row-note">{nl.lists.notSent}</p>}
      {summary.formEndsAt !== undefined && (
        <p class="row-note">
          {nl.lists.formEnds} <Moment at={summary.formEndsAt} />
        </p>
      )}
      {summary.endsAt !== undefined && (
        <p class="row-note">
          {nl.lists.endsAt} <Moment at={summary.endsAt} />
        </p>
      )}
    </li>
  );
}
