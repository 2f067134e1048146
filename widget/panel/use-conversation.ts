// The conversation as Preact state: however many frames come in, one render for each frame of the screen.
import { useEffect, useState } from 'preact/hooks';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';

export function useConversation(conversation: Conversation): ConversationState {
  const [state, setState] = useState(conversation.state);
  useEffect(() => {
    let planned = 0;
    const show = (): void => {
      planned = 0;
      setState(conversation.state);
    };
    show();
    const unsubscribe = conversation.subscribe(() => {
      if (planned === 0) planned = requestAnimationFrame(show);
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(planned);
    };
  }, [conversation]);
  return state;
}
