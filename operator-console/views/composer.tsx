// Where the operator writes. Enter sends, Shift+Enter makes a new line; the draft belongs to the conversation.
import { useEffect, useId, useRef } from 'preact/hooks';
import { LIMITS } from '#protocol';
import { useDesk, useTools } from '../desk-context.ts';
import type { Thread } from '../desk-model.ts';
import { threadOf } from '../desk-threads.ts';
import { asksForLook, hasNews } from '../desk-view.ts';
import { nl } from '../i18n/nl.ts';

/** From here the writer sees how much room is left. */
const COUNT_FROM_CHARS = LIMITS.messageChars - 300;

/** The notice above the log tells why; here, beside the words, what to do. */
function sayNews({ notice, draft }: Thread, news: boolean): string {
  if (news) return nl.conversation.news;
  return notice !== null && asksForLook(notice) && draft !== '' ? nl.conversation.lookFirst : '';
}

export function Composer({ conversation }: { conversation: string }) {
  const { link } = useTools();
  const state = useDesk((desk) => [threadOf(desk, conversation), desk.focus]);
  const thread = threadOf(state, conversation);
  const { draft } = thread;
  const news = hasNews(thread, state.operator?.name);
  const box = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const field = useId();
  const wanted = state.focus === 'composer';
  useEffect(() => {
    if (!wanted) return;
    box.current?.focus();
    link.act({ type: 'focused' });
  }, [wanted, link]);
  const send = (): void => {
    link.write(conversation);
    box.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    // While composing (accents, Chinese, Arabic) Enter accepts the suggestion.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label for={field}>{nl.conversation.compose}</label>
      <div class="composer-row">
        <textarea
          id={field}
          ref={box}
          rows={2}
          dir="auto"
          value={draft}
          maxLength={LIMITS.messageChars}
          aria-describedby={hint}
          autocomplete="off"
          onInput={(event) => link.draft(conversation, event.currentTarget.value)}
          onKeyDown={press}
        />
        <button type="submit" class="primary" disabled={draft.trim() === ''}>
          {nl.send}
        </button>
      </div>
      <p class="news" role="status">
        {sayNews(thread, news)}
      </p>
      <p id={hint} class="fine">
        {nl.conversation.hint}
        {draft.length > COUNT_FROM_CHARS && (
          <strong> {nl.conversation.charsLeft(LIMITS.messageChars - draft.length)}</strong>
        )}
      </p>
    </form>
  );
}
