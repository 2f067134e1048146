// Secrets and ids made in the browser. Not crypto.randomUUID: that is missing on pages without TLS, such as a test site.

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** 256 random bits, base64url: the one secret that names a conversation. */
export function makeToken(): string {
  return btoa(String.fromCharCode(...randomBytes(32)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 43);
}

/** A random UUID (RFC 9562, version 4). */
export function makeUuid(): string {
  const hex = Array.from(randomBytes(16), (byte) => (byte + 256).toString(16).slice(1)).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
