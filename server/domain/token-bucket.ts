// So many in a second, and no more at once: the rate at which newcomers are let in.

export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** Null: none left. */
export function takeToken(bucket: Bucket, perSecond: number, now: number): Bucket | null {
  // A clock that jumped back gives nothing and takes nothing.
  const gained = (Math.max(0, now - bucket.at) * perSecond) / 1_000;
  const tokens = Math.min(perSecond, bucket.tokens + gained);
  return tokens < 1 ? null : { tokens: tokens - 1, at: now };
}
