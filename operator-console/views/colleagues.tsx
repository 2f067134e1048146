// What goes on between this operator and colleagues: conversations that were taken away, and for supervisors those of others.
import { useDesk, useTools } from '../desk-context.ts';
import { lostOf, othersOf } from '../desk-lists.ts';
import { nl } from '../i18n/nl.ts';
import { sayPlace, sayWords } from '../i18n/say-conversation.ts';
import { addressOf } from '../place.ts';
import { Count, RowLink } from './row-link.tsx';
import { TakeButton } from './take-button.tsx';

/** What this operator lost while looking elsewhere: told until it was looked at. */
export function Lost() {
  const { link } = useTools();
  const state = useDesk((desk) => [desk.threads, desk.selected, desk.summaries]);
  return (
    <>
      {lostOf(state).map(({ conversation, to }) => {
        const summary = state.summaries.get(conversation);
        if (summary === undefined) return null;
        const place = sayPlace(summary);
        return (
          <div key={conversation} class="lost">
            <a href={addressOf(conversation)}>
              {to === null ? nl.lists.lost(place) : nl.lists.lostTo(to, place)}
            </a>
            <button
              type="button"
              class="plain"
              aria-label={nl.notice.dismiss}
              onClick={() => link.act({ type: 'dismiss', conversation })}
            >
              ×
            </button>
          </div>
        );
      })}
    </>
  );
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
