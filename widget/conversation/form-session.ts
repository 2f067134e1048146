// When the session of the form ends on the form's own server (rules Y). Who talks with somebody does nothing in the form meanwhile.
import type { ToVisitorFrame } from '#protocol';
import type { FormEnd } from './conversation-state.ts';
import type { Surroundings } from './surroundings.ts';

type Setting = NonNullable<Extract<ToVisitorFrame, { type: 'welcome' }>['formSession']>;

export interface FormSessionOptions {
  after: Surroundings['after'];
  /** Epoch ms: a laptop that slept is as late as its owner. */
  wallClock(): number;
  /** Tells how long ago the page asked something of one of its servers, from its own load on. */
  watchRequests(heard: (msAgo: number) => void, origins: readonly string[]): () => void;
  /** It comes near its end, is over, or neither any more. */
  noted(end: FormEnd | null): void;
}

export interface FormSession {
  /** Undefined: the site tells of none. */
  heard(setting: Setting | undefined): void;
  stop(): void;
}

export function createFormSession(options: FormSessionOptions): FormSession {
  const { after, wallClock, watchRequests, noted } = options;
  let setting: Setting | null = null;
  let renewedAt = 0;
  let end: FormEnd | null = null;
  let cancel = (): void => undefined;
  let unwatch = (): void => undefined;

  function look({ lasts, warns }: Pick<Setting, 'lasts' | 'warns'>): void {
    cancel();
    const endsAt = renewedAt + lasts;
    const left = endsAt - wallClock();
    const isOver = left <= 0;
    const next = left <= warns ? { endsAt, isOver } : null;
    const isSame = next?.endsAt === end?.endsAt && next?.isOver === end?.isOver;
    end = next;
    if (!isSame) noted(next);
    if (!isOver) cancel = after(left > warns ? left - warns : left, () => look({ lasts, warns }));
  }

  function stop(): void {
    cancel();
    unwatch();
    setting = null;
    end = null;
  }

  return {
    heard(told) {
      if (setting !== null || told === undefined) return;
      setting = told;
      unwatch = watchRequests((msAgo) => {
        renewedAt = Math.max(renewedAt, wallClock() - msAgo);
        look(told);
      }, told.origins);
    },
    stop,
  };
}
