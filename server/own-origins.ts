// Under which origins this server is itself: the console's own origin, and the names a demo may be asked for.
import { type Config, isLoopback } from './config.ts';

function inUrl(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/** What is printed and linked. A wildcard address is no address to visit. */
export function findOrigin({ host, publicOrigin }: Config, port: number): string {
  if (publicOrigin !== null) return publicOrigin;
  const visited = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${inUrl(visited)}:${port}`;
}

/** On loopback a browser may use either name; elsewhere only the public address counts. */
export function listOwnOrigins(config: Config, port: number): string[] {
  const origin = findOrigin(config, port);
  if (config.publicOrigin !== null || !isLoopback(config.host)) return [origin];
  return [...new Set([origin, `http://127.0.0.1:${port}`, `http://localhost:${port}`])];
}
