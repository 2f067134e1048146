// Reads what strace wrote about the threads of the server: writes to files, syncs, and the acks that left through a socket, in order.

export type Call =
  | { do: 'write'; file: string; offset: number; data: Buffer }
  | { do: 'truncate'; file: string; length: number }
  /** A sync covers what was written before it began, not what another thread writes meanwhile. */
  | { do: 'begin-sync'; file: string; thread: string }
  | { do: 'sync'; file: string; thread: string }
  | { do: 'remove'; file: string }
  | { do: 'ack'; ids: string[] };

/** `4711  pwrite64(…`: the thread, then the call. */
const ON_THREAD = /^(\d+)\s+(.*)$/;
/** Another thread's call came between: the rest of the line follows later. */
const UNFINISHED = / <unfinished \.\.\.>$/;
const RESUMED = /^<\.\.\. \w+ resumed>/;
/** `pwrite64(23<\x2f\x64…>, "\x37…", 24, 0) = 24`: name, what the descriptor is, the rest, the result. */
const WHOLE = /^(\w+)\(\d+<(.*?)>(.*)\)\s+= (-?\d+)/;
const BEGINNING = /^(\w+)\(\d+<(.*?)>(.*)/;
const REMOVAL = /^unlink(?:at)?\(.*"((?:\\x[0-9a-f]{2})+)".*\)\s+= 0/;
const TEXT = /"((?:\\x[0-9a-f]{2})*)"/g;
const ACK = /"type":"ack"[^}]*?"id":"([0-9a-f-]{36})"/g;

const decode = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

const isSocket = (file: string): boolean => file.startsWith('socket:');

const isSync = (name: string): boolean => name === 'fsync' || name === 'fdatasync';

function readData(rest: string): Buffer {
  return Buffer.concat([...rest.matchAll(TEXT)].map((found) => decode(found[1] ?? '')));
}

/** Several frames can leave at once. The bytes of a frame's head are no text and match nothing. */
function readAcks(rest: string): Call[] {
  const ids = [...readData(rest).toString('latin1').matchAll(ACK)].map((found) => found[1] ?? '');
  return ids.length === 0 ? [] : [{ do: 'ack', ids }];
}

/** What is known of a call when it begins: which sync it is, and the acks in it, which can leave before it returns. */
function readBeginning(thread: string, line: string): Call[] {
  const [, name = '', path = '', rest = ''] = BEGINNING.exec(line) ?? [];
  const file = decode(path).toString();
  if (isSync(name)) return [{ do: 'begin-sync', file, thread }];
  return isSocket(file) ? readAcks(rest) : [];
}

/** What a call has done when it returned. One that the kill cut off has no result: of a file nothing is known then. */
function readEnd(thread: string, line: string): Call[] {
  const removed = REMOVAL.exec(line)?.[1];
  if (removed !== undefined) return [{ do: 'remove', file: decode(removed).toString() }];
  const [, name = '', path = '', rest = '', result = -1] = WHOLE.exec(line) ?? [];
  if (Number(result) < 0) return [];
  const file = decode(path).toString();
  if (isSync(name)) return [{ do: 'sync', file, thread }];
  if (name === 'ftruncate') return [{ do: 'truncate', file, length: Number(rest.replace(', ', '')) }];
  if (name !== 'pwrite64') return [];
  const offset = Number(/, (\d+)$/.exec(rest)?.[1]);
  return [{ do: 'write', file, offset, data: readData(rest).subarray(0, Number(result)) }];
}

export function readTrace(text: string): Call[] {
  const unfinished = new Map<string, string>();
  return text.split('\n').flatMap((line) => {
    const [, thread = '', call = ''] = ON_THREAD.exec(line) ?? [];
    if (RESUMED.test(call))
      return readEnd(thread, (unfinished.get(thread) ?? '') + call.replace(RESUMED, ''));
    if (!UNFINISHED.test(call)) return [...readBeginning(thread, call), ...readEnd(thread, call)];
    unfinished.set(thread, call.replace(UNFINISHED, ''));
    return readBeginning(thread, call);
  });
}
