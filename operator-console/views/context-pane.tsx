// The context card of the conversation on the screen, or nothing while it is not known.
import { useDesk } from '../desk-context.ts';
import { threadOf } from '../desk-threads.ts';
import { nl } from '../i18n/nl.ts';
import { ContextCard } from './context-card.tsx';

export function ContextPane({ conversation }: { conversation: string }) {
  const state = useDesk((desk) => [desk.summaries.get(conversation), threadOf(desk, conversation).log]);
  const summary = state.summaries.get(conversation);
  if (summary === undefined) return null;
  return (
    <div class="pane">
      <h2 class="unseen">{nl.context.label}</h2>
      <ContextCard summary={summary} thread={threadOf(state, conversation)} />
    </div>
  );
}
