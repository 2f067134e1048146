// Times as Dutch people say them: "zojuist", "3 min", "14.05 uur", "gisteren 16.20 uur". Dutch clock, wherever the operator sits.
const ZONE = 'Europe/Amsterdam';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
const day = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', timeZone: ZONE });
const dayKey = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: ZONE });
const exact = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeStyle: 'medium', timeZone: ZONE });

/** "14.05 uur" today, "gisteren 16.20 uur", else "3 november 09.10 uur". */
export function sayClock(at: number, now: number): string {
  const time = `${clock.format(at).replace(':', '.')} uur`;
  const that = dayKey.format(at);
  if (that === dayKey.format(now)) return time;
  // By the calendar: the day on which summer time ends has 25 hours.
  const yesterday = new Date(Date.parse(dayKey.format(now)) - 24 * HOUR).toISOString().slice(0, 10);
  return that === yesterday ? `gisteren ${time}` : `${day.format(at)} ${time}`;
}

/** For a row in a list: "zojuist", "3 min", then the clock. */
export function sayAgo(at: number, now: number): string {
  const ago = now - at;
  if (ago < MINUTE) return 'zojuist';
  return ago < HOUR ? `${Math.floor(ago / MINUTE)} min` : sayClock(at, now);
}

export const sayExact = (at: number): string => exact.format(at);

/** A ticking wait: "0:07", "12:30", "1 u 05". */
export function sayTicking(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)} u ${pad(minutes % 60)}`;
  return `${minutes}:${pad(seconds % 60)}`;
}

/** The same for ears and for sentences: "minder dan een minuut", "3 minuten", "1 uur en 5 minuten". */
export function sayDuration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  if (minutes === 0) return 'minder dan een minuut';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours > 0 ? `${hours} uur` : '',
    rest > 0 ? `${rest} ${rest === 1 ? 'minuut' : 'minuten'}` : '',
  ];
  return parts.filter((part) => part !== '').join(' en ');
}

const pad = (n: number): string => String(n).padStart(2, '0');
