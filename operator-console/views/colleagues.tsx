// What goes on between this operator and colleagues: conversations that were taken away, and for supervisors those of others.
import type { ConversationSummary } from '#protocol';
import { useDesk, useTools } from '../desk-context.ts';
import { type Left, leftOf, othersOf } from '../desk-lists.ts';
import { nl } from '../i18n/nl.ts';
import { sayPlace, sayWords } from '../i18n/say-conversation.ts';
import { addressOf } from '../place.ts';
import { Count, RowLink } from './row-link.tsx';
import { TakeButton } from './take-button.tsx';

/** What this operator lost while looking elsewhere, until it was looked at; and what holds words, until they are thrown away. */
export function LeftConversations() {
  const state = useDesk((desk) => [desk.threads, desk.selected, desk.summaries]);
  return (
    <>
      {leftOf(state).map((left) => (
        <LeftRow key={left.conversation} left={left} summary={state.summaries.get(left.conversation)} />
      ))}
    </>
  );
}

function LeftRow({ left, summary }: { left: Left; summary: ConversationSummary | undefined }) {
  const { link } = useTools();
  const { conversation, words } = left;
  return (
    <div class="lost">
      <p>
        <a href={addressOf(conversation)}>{sayLeft(left, summary ? sayPlace(summary) : '')}</a>
      </p>
      {words && <p>{nl.lists.wordsKept}</p>}
      {words ? (
        <button type="button" class="link" onClick={() => link.act({ type: 'discard', conversation })}>
          {nl.conversation.discard}
        </button>
      ) : (
        <button
          type="button"
          class="plain"
          aria-label={nl.notice.dismiss}
          onClick={() => link.act({ type: 'dismiss', conversation })}
        >
          ×
        </button>
      )}
    </div>
  );
}

function sayLeft({ why, by }: Left, place: string): string {
  switch (why) {
    case 'taken':
      return nl.lists.lostTo(by ?? '', place);
    case 'returned':
      return nl.lists.lost(place);
    case 'ended':
      return nl.lists.ended(place);
    case 'with':
      return nl.lists.nowWith(by ?? '', place);
    case 'unknown':
      return nl.lists.unknown;
  }
}

/** For supervisors: who talks with whom, and a way in when that goes wrong. */
export function Others() {
  const state = useDesk((desk) => [desk.summaries, desk.operator]);
  const others = othersOf(state);
  if (others.length === 0) return null;
  return (
    <section>
      <h2>
        <span id="others-name">{nl.lists.others}</span> <Count of={others.length} />
      </h2>
      <ul aria-labelledby="others-name">
        {others.map((one) => (
          <li key={one.id} class="row">
            <RowLink summary={one} />
            <p class="row-words" dir="auto">
              {sayWords(one)}
            </p>
            <div class="row-foot">
              <span class="row-with">{nl.lists.with(one.assignee?.name ?? '')}</span>
              <TakeButton summary={one} action="take-over" describedBy={`row-${one.id}`} small />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
