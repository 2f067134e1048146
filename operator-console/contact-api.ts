// One call-back request over HTTP: reading it with its number, and taking, giving back and finishing it.
import type { ContactChange, ContactDetail } from '#protocol';

export type ContactReply =
  | { ok: true; detail: ContactDetail }
  /** `gone`: the server does not know it. `unreachable`: no answer that we can read; trying again may help. */
  | {
      ok: false;
      why: 'gone' | 'already-taken' | 'not-assignee' | 'closed' | 'unreachable';
      assignee: string | null;
    };

type Refused = Extract<ContactReply, { ok: false }>;

const addressOf = (id: string): string => `/console/api/contact-requests/${encodeURIComponent(id)}`;

export const readContact = (id: string): Promise<ContactReply> => ask(id, { method: 'GET' });

export const changeContact = (id: string, change: ContactChange): Promise<ContactReply> =>
  ask(id, {
    method: 'POST',
    body: JSON.stringify(change),
    headers: { 'content-type': 'application/json' },
  });

async function ask(id: string, init: RequestInit): Promise<ContactReply> {
  try {
    const options = { credentials: 'same-origin', cache: 'no-store', redirect: 'error' } as const;
    const response = await fetch(addressOf(id), { ...init, ...options });
    const body: unknown = await response.json();
    if (response.ok && isDetail(body)) return { ok: true, detail: body };
    return { ok: false, why: readWhy(response.status, body), assignee: readAssignee(body) };
  } catch {
    return { ok: false, why: 'unreachable', assignee: null };
  }
}

function readWhy(status: number, body: unknown): Refused['why'] {
  if (status === 404) return 'gone';
  const type = isObject(body) && 'type' in body ? String(body.type) : '';
  const reasons = ['already-taken', 'not-assignee', 'closed'] as const;
  return reasons.find((why) => type.endsWith(`:${why}`)) ?? 'unreachable';
}

const readAssignee = (body: unknown): string | null =>
  isObject(body) && 'assignee' in body && typeof body.assignee === 'string' ? body.assignee : null;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The server is ours; its shapes are checked there. */
const isDetail = (value: unknown): value is ContactDetail =>
  isObject(value) && 'promisedBy' in value && 'version' in value && 'text' in value;
