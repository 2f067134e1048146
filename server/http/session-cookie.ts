// The operator's session cookie: HttpOnly, SameSite=Strict, and bound to https and this host where there is https.

const SECURE_NAME = '__Host-vangnet_session';
const LOOPBACK_NAME = 'vangnet_session';

export interface SessionCookie {
  /** The session in a Cookie header, or null. */
  read(header: string | undefined): string | null;
  write(session: string, maxAgeMs: number): string;
  clear(): string;
}

export function createSessionCookie(secure: boolean): SessionCookie {
  const name = secure ? SECURE_NAME : LOOPBACK_NAME;
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    read(header) {
      const pair = header?.split(';').find((part) => part.trim().startsWith(`${name}=`));
      return pair?.trim().slice(name.length + 1) ?? null;
    },
    write: (session, maxAgeMs) =>
      `${name}=${session}; Max-Age=${Math.floor(maxAgeMs / 1_000)}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}
