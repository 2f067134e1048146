// PURE. Which way frames travel: a WebSocket, and when that is kept away a stream or long polls over HTTP (rules F).

type Transport = 'socket' | 'stream' | 'poll';

/** What `GET /v1/ping` says about a WebSocket that does not open. */
export type Reach = 'reachable' | 'down' | 'offline';

export interface Choice {
  /** In use, or the next to try. */
  readonly transport: Transport;
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

/** The first choice of a page on which WebSockets were just kept away. */
export const keptAway = (socketWorked: boolean): Choice => ({
  transport: 'stream',
  worked: { socket: socketWorked, stream: false, poll: false },
});

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

const noteOpened = ({ transport, worked }: Choice): Choice => ({
  transport,
  worked: { ...worked, [transport]: true },
});

function judgeFailure(choice: Choice, silent: boolean): Verdict {
  const { transport, worked } = choice;
  // WebSockets were kept away before: no second try is needed to ask.
  if (transport === 'socket') return { choice, move: 'ping' };
  if (transport === 'stream' && (silent || !worked.stream)) return open(choice, 'poll');
  return giveUp(choice);
}
