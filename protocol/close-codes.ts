// Every close code: its name, who sends it, and what the client does. SPEC.md, section "Closing", is the prose of this table.

export type CloseAction =
  | { do: 'stop' }
  | { do: 'reconnect' }
  /** Wait at least `least` ms, then back off as usual. */
  | { do: 'back-off'; least: number };

export interface CloseCode {
  name: string;
  sender: 'server' | 'client' | 'either' | 'network';
  action: CloseAction;
}

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

const stop: CloseAction = { do: 'stop' };
const reconnect: CloseAction = { do: 'reconnect' };
const later: CloseAction = { do: 'back-off', least: 5_000 };

export const CLOSE_CODES: Readonly<Record<number, CloseCode>> = {
  [CLOSE.normal]: { name: 'normal', sender: 'either', action: reconnect },
  [CLOSE.goingAway]: { name: 'going-away', sender: 'either', action: reconnect },
  [CLOSE.lost]: { name: 'lost', sender: 'network', action: reconnect },
  [CLOSE.policy]: { name: 'policy', sender: 'server', action: stop },
  [CLOSE.tooBig]: { name: 'too-big', sender: 'server', action: stop },
  [CLOSE.bug]: { name: 'bug', sender: 'server', action: later },
  [CLOSE.restart]: { name: 'restart', sender: 'server', action: reconnect },
  [CLOSE.overload]: { name: 'overload', sender: 'server', action: later },
  [CLOSE.badFrame]: { name: 'bad-frame', sender: 'server', action: stop },
  [CLOSE.tokenInvalid]: { name: 'token-invalid', sender: 'server', action: stop },
  [CLOSE.originRefused]: { name: 'origin-refused', sender: 'server', action: stop },
  [CLOSE.helloTooLate]: { name: 'hello-too-late', sender: 'server', action: later },
  [CLOSE.versionUnknown]: { name: 'version-unknown', sender: 'server', action: stop },
  [CLOSE.rateLimited]: { name: 'rate-limited', sender: 'server', action: later },
  [CLOSE.replaced]: { name: 'replaced', sender: 'server', action: stop },
  [CLOSE.conversationClosed]: { name: 'conversation-closed', sender: 'server', action: stop },
  [CLOSE.sessionRevoked]: { name: 'session-revoked', sender: 'server', action: stop },
};

/** An unknown code is treated as a lost line: trying again is safe, giving up is not. */
export function readCloseCode(code: number): CloseCode {
  return CLOSE_CODES[code] ?? { name: `unknown-${code}`, sender: 'network', action: reconnect };
}
