// After a page load: what was said, with one request, while the socket is still shaking hands. On a phone that is three round trips sooner.
import type { ToVisitorFrame, VisitorFrame } from '#protocol';
import { parseFrame } from './parse-frame.ts';
import type { Surroundings } from './surroundings.ts';

/** The name of a line that lives for this one post (rules F): 22 characters. */
const makeLine = (): string => Array.from(crypto.getRandomValues(new Uint8Array(11)), toHex).join('');
const toHex = (byte: number): string => (byte + 256).toString(16).slice(1);

/** Nothing when it does not work: the socket brings the same, later. */
export async function readTail(
  { request }: Surroundings,
  siteUrl: string,
  hello: VisitorFrame,
): Promise<ToVisitorFrame[]> {
  try {
    const answer = await request(`${siteUrl}/send`, `${makeLine()}\n${JSON.stringify(hello)}`);
    const lines = answer.ok ? (await answer.text()).split('\n') : [];
    return lines.flatMap((line) => parseFrame(line) ?? []);
  } catch {
    return [];
  }
}
