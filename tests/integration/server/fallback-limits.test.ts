// What a post of a line may be: from whom, how many frames, how many bytes.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HttpAt, newLine, postLine } from '../../support/server/http-wire.ts';
import { type Citizen, connectCitizen, SITE, startConversation } from '../../support/server/people.ts';
import { say } from '../../support/server/talk.ts';
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

it('[S4] what a citizen says over a line and in a post beside it is counted together', async () => {
  const device = randomUUID();
  const tab = await connectCitizen(at, citizen, { device });
  for (let n = 1; n <= 6; n++) say(tab, n, `over de lijn ${n}`);
  await tab.hear('ack', ({ n }) => n === 6);
  const sends = Array.from({ length: 6 }, (_, index) =>
    JSON.stringify({ type: 'send', id: randomUUID(), n: 7 + index, text: `per bericht ${index}` }),
  );
  const hello = JSON.stringify(helloFrame(citizen.token, { device }));
  const answer = await postLine(siteFrom(at.url), 'send', [newLine(), hello, ...sends].join('\n'));
  const said = (await answer.text()).split('\n').map((frame) => JSON.parse(frame));
  expect(said.filter(({ type }) => type === 'ack').map(({ n }) => n)).toEqual([7, 8, 9, 10]);
  expect(said.filter(({ type }) => type === 'nack')).toMatchObject([
    { n: 11, reason: 'rate-limited' },
    { n: 12, reason: 'rate-limited' },
  ]);
});
