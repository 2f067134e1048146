// Stands in for the log until its code is here: what the citizen wrote is never out of sight.
import type { ConversationState } from '../../conversation/conversation-state.ts';
import type { Texts } from '../i18n/nl.ts';
import { EmptyLog } from './empty-log.tsx';

export function Pending({ state, texts }: { state: ConversationState; texts: Texts }) {
  const { outbox } = state;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard
    <div class="vp-log vp-stack" role="log" aria-label={texts.log} aria-live="off" tabIndex={0}>
      {outbox.entries.length === 0 && <EmptyLog state={state} texts={texts} />}
      {outbox.entries.map(({ id, text }) => (
        <div key={id}>
          <p dir="auto">{text}</p>
          <p class="vp-small">{texts.sending}</p>
        </div>
      ))}
    </div>
  );
}
