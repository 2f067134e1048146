// What a post of a line may be: from whom, how many frames, how many bytes.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HttpAt, newLine, postLine } from '../../support/server/http-wire.ts';
import { type Citizen, SITE, startConversation } from '../../support/server/people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { helloFrame } from '../../support/server/wire.ts';

const MOST_FRAMES = 64;
const MOST_BYTES = 32 * 1024;

let at: TestServer;
let citizen: Citizen;
beforeEach(async () => {
  at = await startTestServer();
  citizen = await startConversation(at);
});
afterEach(() => at.stop());

const siteFrom = (origin: string): HttpAt => ({
  url: `${at.url}/v1/sites/${SITE}`,
  headers: { Origin: origin },
});
const bodyOf = (frames: readonly string[]): string =>
  [newLine(), JSON.stringify(helloFrame(citizen.token)), ...frames].join('\n');
const typing = (count: number): string[] =>
  Array.from({ length: count }, () => '{"type":"typing","on":true}');
const statusOf = async (body: string, origin = at.url): Promise<number> =>
  (await postLine(siteFrom(origin), 'send', body)).status;

it('[F6] a post from another origin is refused, whatever is in it', async () => {
  expect(await statusOf(bodyOf(typing(1)))).toBe(200);
  expect(await statusOf(bodyOf(typing(1)), 'https://elders.example')).toBe(403);
});

it('[F6] a body has at most 64 frames', async () => {
  expect(await statusOf(bodyOf(typing(MOST_FRAMES)))).toBe(200);
  expect(await statusOf(bodyOf(typing(MOST_FRAMES + 1)))).toBe(400);
});

it('[F6] a body has at most 32 KiB', async () => {
  const frame = (chars: number) => `{"type":"typing","on":true${' '.repeat(chars)}}`;
  const room = MOST_BYTES - bodyOf([frame(0), frame(0)]).length;
  const half = Math.floor(room / 2);
  expect(await statusOf(bodyOf([frame(half), frame(half)]))).toBe(200);
  expect(await statusOf(bodyOf([frame(half), frame(half + 2)]))).toBe(413);
});
