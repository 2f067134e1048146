// What a request to be called back has to hold, and what operators may do with it. Pure: decides, and stores nothing.
import type {
  ContactField,
  ContactKind,
  ContactOutcome,
  ContactRequest,
  ContactStatus,
  Language,
  PageContext,
} from '#protocol';
import { storeCitizenText } from './citizen-text.ts';
import { cleanContext } from './clean-context.ts';
import { cleanText } from './clean-text.ts';
import type { OperatorRef } from './conversation.ts';
import { normalisePhone } from './phone-number.ts';

/** What is kept of the citizen: this, and nothing else. */
export interface ContactWords {
  kind: ContactKind;
  name: string | null;
  phone: string | null;
  email: string | null;
  noAnswer: boolean;
  subject: string;
  text: string;
  language: Language;
  context: PageContext | null;
}

/** One @ with something around it and a dot behind it; whether it exists, only a mail can tell. */
const EMAIL = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@.<>"(),:;[\]\\]+$/u;

/** What the citizen wrote, ready to be kept. */
export function readWords(request: ContactRequest): { ok: true; words: ContactWords } | Invalid {
  const { kind, language, context } = request;
  const reach = readReach(request);
  if (!reach.ok) return reach;
  const subject = cleanWritten(request.subject).replace(/\s+/g, ' ');
  const text = cleanWritten(request.text);
  if (subject === '') return invalid('subject');
  if (text === '' && kind === 'message') return invalid('text');
  const name = cleanLine(request.name) || null;
  const words = { kind, name, ...reach.reach, subject, text, language };
  return { ok: true, words: { ...words, context: context && cleanContext(context) } };
}

interface Invalid {
  ok: false;
  field: ContactField;
}

const invalid = (field: ContactField): Invalid => ({ ok: false, field });

/** Nothing stays nothing: only of a message there has to be something to store. */
const cleanWritten = (text = ''): string =>
  cleanText(text).trim() === '' ? '' : storeCitizenText(text).trim();

const cleanLine = (text = ''): string => cleanText(text).replace(/\s+/g, ' ').trim();

type Reach = Pick<ContactWords, 'phone' | 'email' | 'noAnswer'>;

/** Where the answer goes. Who wants none leaves no way to be reached, whatever was filled in. */
function readReach(request: ContactRequest): { ok: true; reach: Reach } | Invalid {
  const isCall = request.kind === 'call-back';
  if (!isCall && request.noAnswer) return { ok: true, reach: { phone: null, email: null, noAnswer: true } };
  const written = cleanLine(request.phone);
  const phone = written === '' ? null : normalisePhone(written);
  if (written !== '' && phone === null) return invalid('phone');
  const email = isCall ? '' : cleanLine(request.email);
  if (email !== '' && !EMAIL.test(email)) return invalid('email');
  if (phone === null && email === '') return invalid(isCall ? 'phone' : 'email');
  return { ok: true, reach: { phone, email: email || null, noAnswer: false } };
}

export interface ContactState {
  status: ContactStatus;
  assignee: OperatorRef | null;
  promisedBy: number;
  attempts: number;
  version: number;
  outcome: ContactOutcome | null;
  /** While it is taken: until when, unless its operator shows up before. */
  leaseUntil: number | null;
}

/** Longer than a call in which nobody touches the console, or a laptop that sleeps on the way to another desk. */
export const CONTACT_LEASE_MS = 15 * 60_000;

export type ContactCommand =
  | { action: 'take'; by: OperatorRef; until: number }
  /** Whoever has it was seen. */
  | { action: 'renew'; until: number }
  /** Whoever had it under this version was not seen for the whole of the lease. */
  | { action: 'lose'; version: number }
  /** `mayFree`: may also give back what a colleague has. */
  | { action: 'release'; by: OperatorRef; mayFree: boolean }
  /** `again`: by when the next try is promised. */
  | { action: 'finish'; by: OperatorRef; outcome: ContactOutcome; again: number };

export type ContactDecision =
  | { ok: true; state: ContactState }
  | { ok: false; reason: 'already-taken' | 'not-assignee' | 'closed'; assignee: string | null };

type RefusedBecause = Extract<ContactDecision, { ok: false }>['reason'];
type FinishCommand = Extract<ContactCommand, { action: 'finish' }>;

const allow = (state: ContactState): ContactDecision => ({ ok: true, state });

const refuse = ({ assignee }: ContactState, reason: RefusedBecause): ContactDecision => ({
  ok: false,
  reason,
  assignee: assignee?.name ?? null,
});

const next = (state: ContactState): ContactState => ({ ...state, version: state.version + 1 });
const free = (state: ContactState): ContactState => ({
  ...next(state),
  status: 'open',
  assignee: null,
  leaseUntil: null,
});

function finish(state: ContactState, { outcome, again }: FinishCommand): ContactState {
  if (outcome === 'not-reached') {
    return { ...free(state), attempts: state.attempts + 1, promisedBy: again, outcome };
  }
  return { ...next(state), status: 'done', leaseUntil: null, outcome };
}

function decideTake(
  state: ContactState,
  { by, until }: Extract<ContactCommand, { action: 'take' }>,
): ContactDecision {
  if (state.assignee?.operator === by.operator) return allow(state);
  if (state.assignee !== null) return refuse(state, 'already-taken');
  return allow({ ...next(state), status: 'taken', assignee: by, leaseUntil: until });
}

/** What is done with a request that somebody has; null: not by this one, or not any more. */
function changeTaken(
  state: ContactState,
  { operator }: OperatorRef,
  command: Exclude<ContactCommand, { action: 'take' }>,
): ContactState | null {
  switch (command.action) {
    case 'renew':
      return { ...state, leaseUntil: command.until };
    case 'lose':
      return command.version === state.version ? free(state) : null;
    case 'release':
      return command.mayFree || command.by.operator === operator ? free(state) : null;
    case 'finish':
      return command.by.operator === operator ? finish(state, command) : null;
  }
}

export function decideContact(state: ContactState, command: ContactCommand): ContactDecision {
  const { status, assignee } = state;
  if (status === 'done') return refuse(state, 'closed');
  if (command.action === 'take') return decideTake(state, command);
  const changed = assignee && changeTaken(state, assignee, command);
  return changed === null ? refuse(state, 'not-assignee') : allow(changed);
}
