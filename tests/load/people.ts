// Citizens in numbers: a conversation for each over the real API, from many addresses, so that the limits per address stand as they are.
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { PROTOCOL_VERSION } from '#protocol';

const SITE = '/v1/sites/voorbeeldstad';
export const SOCKET_PATH = `${SITE}/socket`;
/** 127.0.0.0/8 is all loopback: each of these is an address of its own. */
const ADDRESSES = 200;
const AT_ONCE = 32;

export interface Citizen {
  token: string;
  address: string;
}

const addressOf = (index: number): string => `127.0.1.${1 + (index % ADDRESSES)}`;

function start(agent: Agent, port: number, { token, address }: Citizen): Promise<void> {
  const body = JSON.stringify({ token, offer: null, language: 'nl', context: null });
  const headers = {
    Origin: `http://127.0.0.1:${port}`,
    'Content-Type': 'text/plain',
    'Content-Length': body.length,
  };
  const options = { host: '127.0.0.1', port, agent, method: 'POST', headers, localAddress: address };
  return new Promise((resolve, reject) => {
    request({ ...options, path: `${SITE}/conversations` }, (response) => {
      response.resume();
      if (response.statusCode !== 201) reject(new Error(`No conversation: ${response.statusCode}`));
      response.on('end', resolve);
    })
      .on('error', reject)
      .end(body);
  });
}

export async function startCitizens(port: number, count: number): Promise<Citizen[]> {
  const agent = new Agent({ keepAlive: true });
  const citizens = Array.from({ length: count }, (_, index) => ({
    token: randomBytes(32).toString('base64url'),
    address: addressOf(index),
  }));
  let next = 0;
  async function work(): Promise<void> {
    for (let citizen = citizens[next++]; citizen; citizen = citizens[next++])
      await start(agent, port, citizen);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  agent.destroy();
  return citizens;
}

export function helloText(token: string): string {
  const hello = { type: 'hello', protocol: PROTOCOL_VERSION, token, device: randomUUID() };
  return JSON.stringify({ ...hello, lastSeq: 0, epoch: null });
}
