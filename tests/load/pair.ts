// One who writes and one who follows: two sockets on any contender, frames made beforehand, and counts of what came back.
import { randomUUID } from 'node:crypto';
import { ClientSocket, encodeText } from './client-socket.ts';
import { type Citizen, helloText, SOCKET_PATH } from './people.ts';

/** M4 allows 16 on the line. */
export const WINDOW = 8;
/** The size on which the figures of docs/performance.md rest. */
const MESSAGE_BYTES = 200;
const FRAME_BYTES = MESSAGE_BYTES + 8;
const WORDS = 'Ik kom niet verder met de vraag over mijn inkomen. '.repeat(4);
const MESSAGE = Buffer.from('"kind":"message"');
/** The letter behind `{"type":"` tells one frame from another. */
const LETTER_AT = 9;
const LETTERS = { ack: 0x61, events: 0x65, nack: 0x6e, send: 0x73, welcome: 0x77 } as const;

function makeFrame(n: number): Buffer {
  const frame = { type: 'send', id: randomUUID(), n, text: '' };
  const room = MESSAGE_BYTES - JSON.stringify(frame).length;
  return encodeText(JSON.stringify({ ...frame, text: WORDS.slice(0, room) }));
}

function countMessages(data: Buffer, start: number, end: number): number {
  let count = 0;
  for (
    let at = data.indexOf(MESSAGE, start);
    at >= 0 && at < end;
    at = data.indexOf(MESSAGE, at + MESSAGE.length)
  ) {
    count += 1;
  }
  return count;
}

export class Pair {
  readonly #frames: Buffer;
  readonly #sockets: ClientSocket[] = [];
  #sender: ClientSocket | null = null;
  #fresh = 0;
  sent = 0;
  /** What the sender may count on: an ack, or with the raw forward the arrival at the other end. */
  answered = 0;
  pushed = 0;
  refused = 0;
  /** Called once a read, with how many answers it brought. */
  onAnswer: (count: number) => void = () => {};

  constructor(messages: number) {
    this.#frames = Buffer.concat(Array.from({ length: messages }, (_, index) => makeFrame(index + 1)));
  }

  async open(port: number, index: number, citizen: Citizen | null): Promise<void> {
    this.#sender = await this.#connect(port, `/${index}/sender`, citizen, (frame) =>
      this.#hearAsSender(frame),
    );
    await this.#connect(port, `/${index}/follower`, citizen, (frame, data, start, end) => {
      if (frame === LETTERS.events) this.pushed += countMessages(data, start, end);
      else if (frame === LETTERS.send) {
        this.pushed += 1;
        this.#fresh += 1;
      }
    });
  }

  /** Sends up to that message of this run, as far as the window allows. */
  fill(upTo: number): void {
    const until = Math.min(upTo, this.answered + WINDOW);
    if (until <= this.sent) return;
    this.#sender?.write(this.#frames.subarray(this.sent * FRAME_BYTES, until * FRAME_BYTES));
    this.sent = until;
  }

  close(): void {
    for (const socket of this.#sockets) socket.end();
  }

  #hearAsSender(frame: number): void {
    if (frame === LETTERS.ack) this.#fresh += 1;
    else if (frame === LETTERS.nack) this.refused += 1;
  }

  async #connect(
    port: number,
    path: string,
    citizen: Citizen | null,
    hear: (letter: number, data: Buffer, start: number, end: number) => void,
  ): Promise<ClientSocket> {
    let welcome = () => {};
    const welcomed = new Promise<void>((resolve) => {
      welcome = resolve;
    });
    const socket = new ClientSocket(port, citizen ? { path: SOCKET_PATH, from: citizen.address } : { path }, {
      text: (data, start, end) => {
        const letter = data[start + LETTER_AT] ?? 0;
        if (letter === LETTERS.welcome) welcome();
        else hear(letter, data, start, end);
      },
      read: () => this.#tell(),
    });
    this.#sockets.push(socket);
    await socket.opened;
    if (citizen) {
      socket.write(encodeText(helloText(citizen.token)));
      await welcomed;
    }
    return socket;
  }

  #tell(): void {
    const count = this.#fresh;
    if (count === 0) return;
    this.#fresh = 0;
    this.answered += count;
    this.onAnswer(count);
  }
}
