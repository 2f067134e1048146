// What a conversation is: its state, and the commands that can change it. The rules stand in decide-conversation.ts.
import type { ConversationStatus, Introduction, PageContext } from '#protocol';
import type { Signs, SilenceSetting } from './silence.ts';
import type { Run } from './unread.ts';

/** Renewed by every sign of life of the operator's console (two missed heartbeats of 25 s lose it). */
export const LEASE_MS = 45_000;
/** After the operator's last socket closed: long enough for a reload or a train tunnel. */
export const GRACE_MS = 30_000;
/** An accepted offer keeps the held operator in mind this long; anyone may take the conversation. */
export const RESERVATION_MS = 60_000;

/** `operator` is the store's number, `id` what the outside sees. */
export interface OperatorRef {
  readonly operator: number;
  readonly id: string;
  readonly name: string;
}

export interface Conversation {
  readonly status: ConversationStatus;
  readonly openedAt: number;
  /** Place in the queue: the smallest comes first. */
  readonly waitingSince: number;
  /** Since then nobody helps: the opening, or when an operator left. */
  readonly aloneSince: number;
  readonly offered: boolean;
  readonly assignee: OperatorRef | null;
  /** Fencing token: grows with every change of hands, and a write under an old one is refused. */
  readonly assignmentEpoch: number;
  readonly leaseUntil: number | null;
  readonly reservation: { readonly operator: number; readonly until: number } | null;
  readonly context: PageContext | null;
  /** The request to be called back that was asked meanwhile, and the time that was promised. */
  readonly callBack: { readonly id: string; readonly by: number } | null;
  /** What the citizen told before the first word (N2). */
  readonly introduction: Introduction | null;
  /** When the form's own session ends, as far as the citizen's browser can tell; null: not soon (Y3). */
  readonly formEndsAt: number | null;
  readonly lastSeq: number;
  readonly lastMessage: { readonly from: Side; readonly text: string; readonly at: number } | null;
  /** The messages of the citizen that no operator has read. */
  readonly unread: readonly Run[];
  readonly visitorRead: number;
  readonly operatorRead: number;
  /** When a sign of life was last noted that is no message: somebody took it, or the citizen is still there. */
  readonly heardAt: number;
  /** The citizen was asked whether they are still there (W2). */
  readonly warning: { readonly at: number; readonly endsAt: number } | null;
}

type Side = 'visitor' | 'operator';

interface Message {
  do: 'append';
  id: string;
  device: string;
  n: number;
  text: string;
}

export type ConversationCommand =
  | (Message & { from: 'visitor' })
  | (Message & {
      from: 'operator';
      operator: number;
      author: string;
      assignmentEpoch: number;
      seenSeq?: number;
    })
  | { do: 'take'; by: OperatorRef }
  | { do: 'take-over'; by: OperatorRef; assignmentEpoch: number }
  | { do: 'release' | 'finish'; operator: number; assignmentEpoch: number }
  /** The citizen ends the conversation. */
  | { do: 'end' }
  | { do: 'lose-lease' }
  /** Nobody ever wrote and the citizen is gone. */
  | { do: 'abandon' }
  /** Warns, takes a warning back, or ends it: whatever is due (W). */
  | { do: 'mind-silence'; setting: SilenceSetting | null; signs: Signs }
  | { do: 'read'; by: Side; seq: number }
  | { do: 'describe'; context: PageContext | null }
  | { do: 'introduce'; introduction: Introduction }
  | { do: 'note-form-end'; endsAt: number | null }
  /** The citizen asked to be called back as well. */
  | { do: 'ask-call-back'; id: string; by: number };

export type AppendCommand = Extract<ConversationCommand, { do: 'append' }>;
