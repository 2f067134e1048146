// What the citizen filled in, as the request that the server takes; and what is missing, before it is asked.
import type { ContactField, ContactKind, ContactMoment, ContactRequest } from '#protocol';

export interface Filled {
  readonly [name: string]: string;
}

export type RequestBase = Pick<ContactRequest, 'id' | 'kind' | 'language' | 'context' | 'conversation'>;

/** In the order in which they stand on the screen. */
const NEEDED: Record<ContactKind, readonly ContactField[]> = {
  'call-back': ['subject', 'phone'],
  message: ['text', 'subject', 'email'],
};

/** The server judges what is in them. */
export function findMissing(kind: ContactKind, filled: Filled, noAnswer: boolean): ContactField | null {
  const isNeeded = (field: ContactField) => !(noAnswer && field === 'email');
  return NEEDED[kind].find((field) => isNeeded(field) && !filled[field]) ?? null;
}

/** "2026-12-01 morning" */
function readMoment(written = ''): ContactMoment | null {
  const [date, part] = written.split(' ');
  return date && (part === 'morning' || part === 'afternoon') ? { date, part } : null;
}

export function readRequest(base: RequestBase, filled: Filled, noAnswer: boolean): ContactRequest {
  const { name, phone, email, subject = '', text } = filled;
  return {
    ...base,
    subject,
    moment: readMoment(filled['moment']),
    ...(name ? { name } : {}),
    ...(phone ? { phone } : {}),
    ...(email && !noAnswer ? { email } : {}),
    ...(text ? { text } : {}),
    ...(noAnswer ? { noAnswer } : {}),
  };
}
