// Tells a page that lives in another tab from one that is gone: each page holds a lock in its own name, and the browser lets go of it.

export interface TabLocks {
  /** Returns how to let go: a page that holds a lock is not kept for Back and Forward. */
  hold(device: string): () => void;
  /** Does it only when that page is gone, and nobody else is doing it. */
  whenGone(device: string, act: () => Promise<void>): Promise<void>;
}

const nothing = (): void => undefined;

/** Not there on a page without TLS: then nobody is known to be gone. */
export function createTabLocks(locks: LockManager | undefined = navigator.locks): TabLocks {
  const name = (device: string): string => `vangnet:${device}`;
  return {
    hold(device) {
      let release = nothing;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      // Refused where storage is forbidden.
      locks?.request(name(device), () => held).catch(nothing);
      return release;
    },
    async whenGone(device, act) {
      await locks?.request(name(device), { ifAvailable: true }, (lock) => (lock === null ? null : act()));
    },
  };
}
