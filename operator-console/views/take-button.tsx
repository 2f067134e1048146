// "Oppakken", and for who may "Overnemen": asks the server for the conversation and shows it; the server decides who gets it.
import type { ConversationSummary } from '#protocol';
import { useDesk, useTools } from '../desk-context.ts';
import { threadOf } from '../desk-threads.ts';
import { nl } from '../i18n/nl.ts';
import { goTo } from '../place.ts';

interface TakeButtonProps {
  summary: ConversationSummary;
  action?: 'take' | 'take-over';
  describedBy?: string;
  small?: boolean;
}

const WORDS = {
  take: { name: nl.take, busy: nl.taking },
  'take-over': { name: nl.takeOver, busy: nl.takingOver },
};

export function TakeButton({ summary, action = 'take', describedBy, small = false }: TakeButtonProps) {
  const { link } = useTools();
  const state = useDesk((desk) => [threadOf(desk, summary.id).asking, desk.link.status]);
  const taking = threadOf(state, summary.id).asking === action;
  const { name, busy } = WORDS[action];
  const take = (): void => {
    goTo(summary.id);
    link.act({ type: 'ask', action, conversation: summary.id });
  };
  return (
    <button
      type="button"
      class={[action === 'take' ? 'primary' : '', small ? 'small' : ''].join(' ').trim()}
      aria-describedby={describedBy}
      disabled={taking || state.link.status !== 'live'}
      onClick={take}
    >
      {taking ? busy : name}
    </button>
  );
}
