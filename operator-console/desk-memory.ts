// What this tab keeps over a reload (drafts, unsent messages) and what this browser keeps (taste). Storage may be forbidden or full.
import type { KeptThread, Thread } from './desk-model.ts';
import { keepThread } from './desk-threads.ts';

const KEPT = 'vangnet-console:kept';

export type Kept = Record<string, KeptThread>;

/** Another operator on the same tab gets nothing of the former one. */
export function loadKept(operator: string): Kept {
  const value = parse(read(() => sessionStorage.getItem(KEPT)));
  if (!isObject(value) || !('operator' in value) || value.operator !== operator) return {};
  if (!('threads' in value) || !isObject(value.threads)) return {};
  return Object.fromEntries(Object.entries(value.threads).filter(isKept));
}

export function saveKept(operator: string, threads: ReadonlyMap<string, Thread>): void {
  const kept = [...threads]
    .map(([id, thread]) => [id, keepThread(thread)] as const)
    .filter(([, thread]) => thread.draft !== '' || thread.unsent.length > 0);
  const text = JSON.stringify({ operator, threads: Object.fromEntries(kept) });
  if (text === read(() => sessionStorage.getItem(KEPT))) return;
  attempt(() => sessionStorage.setItem(KEPT, text));
}

export function forgetKept(): void {
  attempt(() => sessionStorage.removeItem(KEPT));
}

export type Taste = 'sound' | 'hot-key' | 'context';

/** Everything is on until the operator turns it off. */
export function loadTaste(taste: Taste): boolean {
  return read(() => localStorage.getItem(`vangnet-console:${taste}`)) !== 'off';
}

export function saveTaste(taste: Taste, on: boolean): void {
  attempt(() => localStorage.setItem(`vangnet-console:${taste}`, on ? 'on' : 'off'));
}

function read(get: () => string | null): string | null {
  try {
    return get();
  } catch {
    return null;
  }
}

function attempt(write: () => void): void {
  try {
    write();
  } catch {
    // Blocked or full storage costs the draft at a reload, nothing else: the desk goes on.
  }
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isKept(entry: [string, unknown]): entry is [string, KeptThread] {
  const thread = entry[1];
  if (!isObject(thread) || !('draft' in thread) || !('unsent' in thread)) return false;
  return typeof thread.draft === 'string' && Array.isArray(thread.unsent);
}
