// Everything that one browser page sends and receives, for tests about what must not be in it.
import type { Page } from 'playwright-core';

export interface Traffic {
  /** Method, address, headers and body of each request, in order. */
  requests: { method: string; url: string; text: string }[];
  /** Addresses of the sockets that were opened. */
  sockets: string[];
  /** Frames sent over any socket. */
  frames: string[];
}

export function recordTraffic(page: Page): Traffic {
  const traffic: Traffic = { requests: [], sockets: [], frames: [] };
  page.on('request', (request) => {
    const headers = JSON.stringify(request.headers());
    const text = `${request.method()} ${request.url()}\n${headers}\n${request.postData() ?? ''}`;
    traffic.requests.push({ method: request.method(), url: request.url(), text });
  });
  page.on('websocket', (socket) => {
    traffic.sockets.push(socket.url());
    socket.on('framesent', (frame) => void traffic.frames.push(frame.payload.toString()));
  });
  return traffic;
}

/** Everything that the page's origin keeps on the device. */
export async function readDevice(page: Page): Promise<string> {
  const cookies = JSON.stringify(await page.context().cookies());
  const stored = await page.evaluate(async () => {
    const dump = (storage: Storage): string => JSON.stringify({ ...storage });
    const databases = (await indexedDB.databases()).map((database) => database.name);
    const caches = await globalThis.caches?.keys();
    return { local: dump(localStorage), session: dump(sessionStorage), databases, caches: caches ?? [] };
  });
  return JSON.stringify({ cookies, ...stored });
}

export const EMPTY_DEVICE = JSON.stringify({
  cookies: '[]',
  local: '{}',
  session: '{}',
  databases: [],
  caches: [],
});
