// Text frames of the server as bytes, many in one piece (RFC 6455: not masked, not compressed, not in fragments).

const FINAL_TEXT = 0x81;
/** From these sizes on the length takes two bytes more, and eight. */
const LONG = 126;
const VERY_LONG = 65_536;

function headerBytes(length: number): number {
  if (length < LONG) return 2;
  return length < VERY_LONG ? 4 : 10;
}

function writeHeader(bytes: Buffer, at: number, length: number): number {
  bytes[at] = FINAL_TEXT;
  if (length < LONG) {
    bytes[at + 1] = length;
  } else if (length < VERY_LONG) {
    bytes[at + 1] = 126;
    bytes.writeUInt16BE(length, at + 2);
  } else {
    bytes[at + 1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), at + 2);
  }
  return at + headerBytes(length);
}

export function joinFrames(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + headerBytes(length) + length, 0));
  let at = 0;
  for (const [index, text] of texts.entries()) {
    at = writeHeader(bytes, at, lengths[index] ?? 0);
    at += bytes.write(text, at);
  }
  return bytes;
}
