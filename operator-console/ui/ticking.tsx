// Times on the screen: a wait that ticks, a moment that ages. Exact for who points at it or listens.

import { judgePromise } from '../desk-contacts.ts';
import { useDesk } from '../desk-context.ts';
import { judgeWait } from '../desk-lists.ts';
import { sayDeadline } from '../i18n/say-contact.ts';
import { sayAgo, sayClock, sayDuration, sayExact, sayTicking } from '../i18n/say-time.ts';
import { NormMark } from './norm-mark.tsx';
import { useNow } from './use-now.ts';

export function useServerNow(everyMs: number): number {
  const { clockAhead } = useDesk((state) => [state.clockAhead]);
  return useNow(everyMs) + clockAhead;
}

/** "1:24" with the mark of the norm. */
export function WaitClock({ since }: { since: number }) {
  const waited = useServerNow(1_000) - since;
  return (
    <span class="wait">
      <time class="figure" title={sayExact(since)} aria-hidden="true">
        {sayTicking(waited)}
      </time>
      <span class="unseen">{sayDuration(waited)}, </span>
      <NormMark norm={judgeWait(waited)} />
    </span>
  );
}

/** "vandaag voor 17.00 uur" with the mark of how near that is. */
export function Deadline({ by }: { by: number }) {
  const now = useServerNow(10_000);
  return (
    <span class="deadline">
      <time dateTime={new Date(by).toISOString()} title={sayExact(by)}>
        {sayDeadline(by, now)}
      </time>
      <NormMark norm={judgePromise(by, now)} />
    </span>
  );
}

export function WaitWords({ since, say }: { since: number; say(duration: string): string }) {
  return <>{say(sayDuration(useServerNow(10_000) - since))}</>;
}

export function Ago({ at }: { at: number }) {
  const now = useServerNow(10_000);
  return (
    <time dateTime={new Date(at).toISOString()} title={sayExact(at)}>
      {sayAgo(at, now)}
    </time>
  );
}

export function Moment({ at }: { at: number }) {
  const now = useServerNow(60_000);
  return (
    <time dateTime={new Date(at).toISOString()} title={sayExact(at)}>
      {sayClock(at, now)}
    </time>
  );
}
