// Which key does what on the desk. Only combinations with Ctrl, and `?` which can be turned off and rests in text fields.

import { contactsOf } from './desk-contacts.ts';
import { mineOf, queueOf } from './desk-lists.ts';
import type { DeskState } from './desk-model.ts';
import { isMine } from './desk-threads.ts';

export type Shortcut =
  | { do: 'help' }
  | { do: 'go'; conversation: string }
  | { do: 'go-contact'; contact: string }
  | { do: 'take'; conversation: string };

export interface Press {
  key: string;
  ctrl: boolean;
  inText: boolean;
  /** The `?` key may be used. */
  hotKey: boolean;
}

export function readShortcut(press: Press, state: DeskState): Shortcut | null {
  if (!press.ctrl) return press.key === '?' && press.hotKey && !press.inText ? { do: 'help' } : null;
  if (press.key === 'Enter') return takeNext(press, state);
  if (press.key === 'ArrowDown') return go(state, 1);
  if (press.key === 'ArrowUp') return go(state, -1);
  return null;
}

/** In a text field Ctrl+Enter belongs to the text. */
function takeNext(press: Press, state: DeskState): Shortcut | null {
  if (press.inText) return null;
  const { selected } = state;
  const open = selected === null ? undefined : state.summaries.get(selected);
  const conversation = open?.status === 'waiting' ? open.id : queueOf(state)[0]?.id;
  if (conversation === undefined || (selected !== null && isMine(state, selected))) return null;
  return { do: 'take', conversation };
}

/** The order on the screen: the queue, one's own, call-back requests. */
function go(state: DeskState, by: 1 | -1): Shortcut | null {
  const talks = [...queueOf(state), ...mineOf(state)].map(({ id }) => id);
  const ids = [...talks, ...contactsOf(state).map(({ id }) => id)];
  const open = state.chosenContact ?? state.selected;
  const at = open === null ? -1 : ids.indexOf(open);
  const start = at === -1 && by === -1 ? ids.length : at;
  const next = ids[start + by];
  if (next === undefined) return null;
  return start + by < talks.length ? { do: 'go', conversation: next } : { do: 'go-contact', contact: next };
}
