// Nothing is open in the middle: says what there is to do, in the chat and behind it.
import { useDesk } from '../desk-context.ts';
import { nl } from '../i18n/nl.ts';

export function NothingChosen() {
  const { summaries, contactsOpen, lists } = useDesk((state) => [
    state.summaries.size > 0,
    state.contactsOpen > 0,
    state.lists,
  ]);
  const words = nl.conversation[summaries.size > 0 ? 'none' : contactsOpen > 0 ? 'onlyContacts' : 'quiet'];
  return (
    <main id="main" class="workplace" tabIndex={-1}>
      {lists !== 'none' && (
        <div class="empty big">
          {words.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </main>
  );
}
