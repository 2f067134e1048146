// What is noted beside a conversation: it changes nothing of the log, of who helps, or of the queue.
import type { Conversation, ConversationCommand } from './conversation.ts';

export type Note = Extract<
  ConversationCommand,
  { do: 'describe' | 'introduce' | 'note-form-end' | 'ask-call-back' }
>;

/** The same state when it was known already. */
export function noteBeside(state: Conversation, note: Note): Conversation {
  switch (note.do) {
    case 'describe':
      return { ...state, context: note.context };
    case 'introduce': {
      const { name, subject } = state.introduction ?? {};
      const isKnown = name === note.introduction.name && subject === note.introduction.subject;
      return isKnown ? state : { ...state, introduction: note.introduction };
    }
    case 'note-form-end':
      return note.endsAt === state.formEndsAt ? state : { ...state, formEndsAt: note.endsAt };
    case 'ask-call-back': {
      const isKnown = state.callBack?.id === note.id && state.callBack.by === note.by;
      return isKnown ? state : { ...state, callBack: { id: note.id, by: note.by } };
    }
  }
}
