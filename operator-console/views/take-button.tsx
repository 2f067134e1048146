// "Oppakken": asks the server for the conversation and shows it; the server decides who gets it.
import type { ConversationSummary } from '#protocol';
import { useDesk, useTools } from '../desk-context.ts';
import { threadOf } from '../desk-threads.ts';
import { nl } from '../i18n/nl.ts';
import { goTo } from '../place.ts';

interface TakeButtonProps {
  summary: ConversationSummary;
  describedBy?: string;
  small?: boolean;
}

export function TakeButton({ summary, describedBy, small = false }: TakeButtonProps) {
  const { link } = useTools();
  const state = useDesk((desk) => [threadOf(desk, summary.id).asking, desk.link.status]);
  const taking = threadOf(state, summary.id).asking === 'take';
  const take = (): void => {
    goTo(summary.id);
    link.act({ type: 'ask', action: 'take', conversation: summary.id });
  };
  return (
    <button
      type="button"
      class={small ? 'primary small' : 'primary'}
      aria-describedby={describedBy}
      disabled={taking || state.link.status !== 'live'}
      onClick={take}
    >
      {taking ? nl.taking : nl.take}
    </button>
  );
}
