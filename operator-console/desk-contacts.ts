// Pure: the call-back requests on the desk: what the server tells of them, in which order they stand, and how urgent each is.
import type { ContactSummary, ToOperatorFrame } from '#protocol';
import type { Norm } from './desk-lists.ts';
import type { DeskEffect, DeskState, DeskStep } from './desk-model.ts';

type Told = Extract<ToOperatorFrame, { type: 'contacts' | 'contact' }>;

/** Long enough to finish what one is doing and call. */
const SOON_BEFORE_MS = 60 * 60_000;

export function judgePromise(promisedBy: number, now: number): Norm {
  if (now >= promisedBy) return 'late';
  return promisedBy - now <= SOON_BEFORE_MS ? 'soon' : 'calm';
}

export function applyContacts(state: DeskState, frame: Told): DeskStep {
  if (frame.type === 'contacts') {
    const contacts = new Map(frame.requests.map((one) => [one.id, one]));
    return { state: { ...state, contacts, contactsOpen: frame.open }, effects: [] };
  }
  const { request, open } = frame;
  const contacts = new Map(state.contacts);
  const before = contacts.get(request.id);
  // Over two lines the older news may come last.
  if (before && before.version > request.version) return { state, effects: [] };
  if (request.status === 'done') contacts.delete(request.id);
  else contacts.set(request.id, request);
  return { state: { ...state, contacts, contactsOpen: open }, effects: newsOf(before, request) };
}

/** A new request is said, without a sound: its deadline is hours away. */
function newsOf(before: ContactSummary | undefined, { id, version }: ContactSummary): DeskEffect[] {
  if (before || version > 0) return [];
  return [{ do: 'tell', news: 'contact', conversation: id, seen: true }];
}

/** The first promise first; what somebody is at already stands behind what nobody does. */
export function contactsOf(state: DeskState): ContactSummary[] {
  const isOther = ({ assignee }: ContactSummary): number =>
    assignee === null || assignee.id === state.operator?.id ? 0 : 1;
  return [...state.contacts.values()].sort(
    (a, b) => isOther(a) - isOther(b) || a.promisedBy - b.promisedBy || a.createdAt - b.createdAt,
  );
}
