// How long the conversation waits before it does something, in ms.

export const DELAYS = {
  draftWrite: 300,
  /** A device answers in some 10 ms, or something is wrong with it. */
  search: 1_000,
  /** A page that goes makes room for the next one in its tab, which knows best what was left; then it is anyone's to send. */
  orphans: 2_000,
} as const;
