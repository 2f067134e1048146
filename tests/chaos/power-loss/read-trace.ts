// Reads what strace wrote about the server's main thread: writes to files, syncs, and the acks that left through a socket, in order.

export type Call =
  | { do: 'write'; file: string; offset: number; data: Buffer }
  | { do: 'truncate'; file: string; length: number }
  | { do: 'sync'; file: string }
  | { do: 'remove'; file: string }
  | { do: 'ack'; ids: string[] };

/** `pwrite64(23<\x2f\x64…>, "\x37…", 24, 0) = 24`: name, what the descriptor is, the rest, the result. */
const ON_DESCRIPTOR = /^(\w+)\(\d+<(.*?)>(.*)\)\s+= (-?\d+|\?)/;
const REMOVAL = /^unlink(?:at)?\(.*"((?:\\x[0-9a-f]{2})+)".*\)\s+= 0/;
const TEXT = /"((?:\\x[0-9a-f]{2})*)"/g;
const ACK = /"type":"ack"[^}]*?"id":"([0-9a-f-]{36})"/g;

const decode = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

const isSocket = (file: string): boolean => file.startsWith('socket:');

function readData(rest: string): Buffer {
  return Buffer.concat([...rest.matchAll(TEXT)].map((found) => decode(found[1] ?? '')));
}

/** Several frames can leave at once. The bytes of a frame's head are no text and match nothing. */
function readAcks(rest: string): Call[] {
  const ids = [...readData(rest).toString('latin1').matchAll(ACK)].map((found) => found[1] ?? '');
  return ids.length === 0 ? [] : [{ do: 'ack', ids }];
}

function readCall(line: string): Call[] {
  const removed = REMOVAL.exec(line)?.[1];
  if (removed !== undefined) return [{ do: 'remove', file: decode(removed).toString() }];
  const found = ON_DESCRIPTOR.exec(line);
  if (!found) return [];
  const [, name = '', path = '', rest = '', result = ''] = found;
  const file = decode(path).toString();
  // The kill came before the call returned: an ack may have left all the same, of a file nothing is known.
  if (result === '?') return isSocket(file) ? readAcks(rest) : [];
  if (Number(result) < 0) return [];
  switch (name) {
    case 'fsync':
    case 'fdatasync':
      return [{ do: 'sync', file }];
    case 'ftruncate':
      return [{ do: 'truncate', file, length: Number(rest.replace(', ', '')) }];
    case 'pwrite64': {
      const offset = Number(/, (\d+)$/.exec(rest)?.[1]);
      return [{ do: 'write', file, offset, data: readData(rest).subarray(0, Number(result)) }];
    }
    default:
      return isSocket(file) ? readAcks(rest) : [];
  }
}

export function readTrace(text: string): Call[] {
  return text.split('\n').flatMap(readCall);
}
