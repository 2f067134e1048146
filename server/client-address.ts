// Whose address counts for limits: the other end of the connection, or, when that is a proxy we trust, whom it came for.
import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** What is needed of a request. */
interface Addressed {
  socket: { remoteAddress?: string | undefined };
  headers: IncomingHttpHeaders;
}

export type AddressReader = (request: Addressed) => string;

/** Nobody stands behind more of our own proxies; the rest of the header is someone's joke. */
const MOST_HOPS = 10;
const MAPPED = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

type Family = 'ipv4' | 'ipv6';

const familyOf = (address: string): Family => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Without port, brackets, zone, and the disguise of version 4 as version 6. Null: no address at all. */
function readIp(text: string): string | null {
  const bare = text.trim();
  const host = /^\[([^\]]*)\](?::\d+)?$/.exec(bare)?.[1] ?? bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  const address = host.replace(/%.*$/, '').replace(MAPPED, '');
  return isIP(address) === 0 ? null : address;
}

interface Network {
  address: string;
  prefix: number;
}

/** An address, or a network such as 10.0.0.0/8. All addresses there are would be trust in everyone: that is none. */
function readNetwork(text: string): Network | null {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const prefix = bits === undefined ? most : Number(bits);
  return prefix >= 1 && prefix <= most ? { address, prefix } : null;
}

/** The first that is neither an address nor a network. */
export function findBadProxy(proxies: readonly string[]): string | null {
  return proxies.find((proxy) => readNetwork(proxy) === null) ?? null;
}

export function createAddressReader(proxies: readonly string[]): AddressReader {
  const trusted = new BlockList();
  for (const network of proxies.map(readNetwork)) {
    if (network) trusted.addSubnet(network.address, network.prefix, familyOf(network.address));
  }
  const isTrusted = (address: string): boolean => trusted.check(address, familyOf(address));
  return ({ socket, headers }) => {
    let address = readIp(socket.remoteAddress ?? '');
    if (address === null) return 'unknown';
    // Each proxy adds at the end for whom it came: from there back, as long as who says so is one of ours.
    const hops = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').slice(-MOST_HOPS).reverse();
    for (const hop of hops) {
      if (!isTrusted(address)) return address;
      const before = readIp(hop);
      if (before === null) return address;
      address = before;
    }
    return address;
  };
}
