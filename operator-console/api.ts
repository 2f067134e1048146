// The console's few HTTP calls: sign in with a one-time token, who am I, sign out.
import type { SessionInfo } from '#protocol';

/** `refused`: the server knows who asks and says no. `unreachable`: no answer that we can read; trying again may help. */
export type SessionAnswer =
  | { ok: true; session: SessionInfo }
  | { ok: false; why: 'refused' | 'unreachable' };

const API = '/console/api';

export function signIn(token: string): Promise<SessionAnswer> {
  return askSession(`${API}/sign-in`, { method: 'POST', body: JSON.stringify({ token }) });
}

export function readSession(): Promise<SessionAnswer> {
  return askSession(`${API}/session`, { method: 'GET' });
}

/** False when the server could not be told; the session then ends by itself. */
export async function signOut(): Promise<boolean> {
  try {
    const response = await request(`${API}/sign-out`, { method: 'POST', body: '{}' });
    return response.ok;
  } catch {
    return false;
  }
}

function request(path: string, init: RequestInit): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (init.body !== undefined) headers['content-type'] = 'application/json';
  return fetch(path, { ...init, headers, credentials: 'same-origin', cache: 'no-store', redirect: 'error' });
}

async function askSession(path: string, init: RequestInit): Promise<SessionAnswer> {
  try {
    const response = await request(path, init);
    if (response.ok) {
      const session: unknown = await response.json();
      return isSession(session) ? { ok: true, session } : { ok: false, why: 'unreachable' };
    }
    // 429 and 5xx pass; every other refusal is about the token or the session.
    const mayPass = response.status === 429 || response.status >= 500;
    return { ok: false, why: mayPass ? 'unreachable' : 'refused' };
  } catch {
    return { ok: false, why: 'unreachable' };
  }
}

function isSession(value: unknown): value is SessionInfo {
  return (
    typeof value === 'object' &&
    value !== null &&
    'organisation' in value &&
    typeof value.organisation === 'string' &&
    'operator' in value &&
    typeof value.operator === 'object' &&
    value.operator !== null &&
    'name' in value.operator &&
    typeof value.operator.name === 'string'
  );
}
