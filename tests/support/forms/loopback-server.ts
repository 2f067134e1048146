/** A web server on this machine only, for pages that the widget has never seen. */
import { createServer, type RequestListener } from 'node:http';

export type PageOptions = {
  /** 0 or absent: a free port. */
  port?: number;
  /** The HTML that the webmaster adds; it goes into the head as it is. */
  tag: string;
  /** Response headers of every HTML page, a content security policy for instance. */
  headers?: Record<string, string>;
};

export type RunningPage = { url: string; origin: string; close(): Promise<void> };

export async function listenOnLoopback(
  port: number,
  handle: RequestListener,
): Promise<Omit<RunningPage, 'url'>> {
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The page has no port to be found on.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
