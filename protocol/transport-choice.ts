// PURE. Which way frames travel: a WebSocket, and when that is kept away a stream or long polls over HTTP (rules F).

type Transport = 'socket' | 'stream' | 'poll';

/** What `GET /v1/ping` says about a WebSocket that does not open. */
export type Reach = 'reachable' | 'down' | 'offline';

export interface Choice {
  /** In use, or the next to try. */
  readonly transport: Transport;
  /** Openings of a WebSocket that failed, one after another. */
  readonly failedOpens: number;
  /** What has carried frames on this page: its failing says that the server is away, not that it is kept away. */
  readonly worked: Readonly<Record<Transport, boolean>>;
}

export type Happening =
  /** The first frame came in. */
  | { what: 'opened' }
  /** Closed before the first frame; `silent`: closed by us, because nothing came. */
  | { what: 'failed'; silent: boolean }
  | { what: 'pinged'; reach: Reach }
  /** Closed after the first frame. */
  | { what: 'lost' }
  /** A WebSocket that was tried beside the fallback works. */
  | { what: 'socket-back' };

/** `give-up`: this attempt is over, the link backs off. `open`: open the chosen transport, at once. */
export type Move = 'stay' | 'give-up' | 'ping' | 'open';

export interface Verdict {
  choice: Choice;
  move: Move;
}

/** One may be bad luck; the browser tells nothing about why a handshake failed. */
const MOST_FAILED_OPENS = 2;

export const FIRST_CHOICE: Choice = {
  transport: 'socket',
  failedOpens: 0,
  worked: { socket: false, stream: false, poll: false },
};

const giveUp = (choice: Choice): Verdict => ({ choice: { ...choice, transport: 'socket' }, move: 'give-up' });
const open = (choice: Choice, transport: Transport): Verdict => ({
  choice: { ...choice, transport },
  move: 'open',
});

export function choose(choice: Choice, happening: Happening): Verdict {
  switch (happening.what) {
    case 'opened':
      return { choice: noteOpened(choice), move: 'stay' };
    case 'failed':
      return judgeFailure(choice, happening.silent);
    case 'pinged':
      return happening.reach === 'reachable' ? open(choice, pickFallback(choice)) : giveUp(choice);
    case 'lost':
      // Kept for the page only where a WebSocket never worked: a bad minute must not cost the rest of the visit.
      return choice.worked.socket ? giveUp(choice) : { choice, move: 'give-up' };
    case 'socket-back':
      return { choice: noteOpened({ ...choice, transport: 'socket' }), move: 'stay' };
  }
}

/** Where answers were held back once, no stream is waited for again. */
const pickFallback = ({ worked }: Choice): Transport => (worked.poll && !worked.stream ? 'poll' : 'stream');

function noteOpened(choice: Choice): Choice {
  const { transport, worked } = choice;
  const failedOpens = transport === 'socket' ? 0 : choice.failedOpens;
  return { ...choice, failedOpens, worked: { ...worked, [transport]: true } };
}

function judgeFailure(choice: Choice, silent: boolean): Verdict {
  const { transport, failedOpens, worked } = choice;
  if (transport === 'socket') {
    const counted = { ...choice, failedOpens: failedOpens + 1 };
    return silent || counted.failedOpens >= MOST_FAILED_OPENS
      ? { choice: counted, move: 'ping' }
      : giveUp(counted);
  }
  if (transport === 'stream' && (silent || !worked.stream)) return open(choice, 'poll');
  return giveUp(choice);
}
