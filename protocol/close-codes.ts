// Every close code by name, and what a client does when it comes. Senders and prose: SPEC.md, section L; a test compares the two.

/** `normal` and `goingAway` come from either side, `lost` from the network, nearly all others from the server (SPEC.md). */
export const CLOSE = {
  normal: 1000,
  goingAway: 1001,
  lost: 1006,
  policy: 1008,
  tooBig: 1009,
  bug: 1011,
  restart: 1012,
  overload: 1013,
  badFrame: 4000,
  tokenInvalid: 4001,
  originRefused: 4003,
  helloTooLate: 4004,
  versionUnknown: 4005,
  rateLimited: 4008,
  replaced: 4009,
  conversationClosed: 4010,
  sessionRevoked: 4011,
} as const;

/** The `type` of the last line of a stream or poll, which tells the close code: HTTP has none (F4). */
export const LINE_CLOSED = 'closed';

/** `later`: wait at least `TIMINGS.overloadLeast`, then back off as usual. */
export type CloseAction = 'stop' | 'reconnect' | 'later';

// Plain numbers, not CLOSE.*: reading properties keeps a bundler from leaving the lists out where they are not used.
const STOP: readonly number[] = [1008, 1009, 4000, 4001, 4003, 4005, 4009, 4010, 4011];
const LATER: readonly number[] = [1011, 1013, 4004, 4008];

/** An unknown code is treated as a lost line: trying again is safe, giving up is not. */
export function readCloseAction(code: number): CloseAction {
  if (STOP.includes(code)) return 'stop';
  return LATER.includes(code) ? 'later' : 'reconnect';
}
