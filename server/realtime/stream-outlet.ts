// The frames of a line as server-sent events in one long response.
import type { HttpSocket } from './http-socket.ts';

/** `cut` ends the connection itself: a reader that went away without a word would keep the response for ever. */
export function openStream(socket: HttpSocket, cut: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    socket.attach({
      get pending() {
        return -(controller.desiredSize ?? 0);
      },
      // A frame is one line of JSON: it holds no line break that could begin a field of its own.
      write: (frames) =>
        controller.enqueue(encoder.encode(frames.map((text) => `data: ${text}\n\n`).join(''))),
      end: () => controller.close(),
      cut,
    });
  };
  // Nothing counts as room: what is not read yet is pending, from the first byte.
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: 0 });
  return new ReadableStream({ start, cancel: () => socket.terminate() }, strategy);
}
