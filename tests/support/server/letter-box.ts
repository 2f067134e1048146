// A real SMTP server for tests: keeps what it gets, and refuses or hangs when a test says so.
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Config } from '../../../server/config.ts';

interface Part {
  type: string;
  body: string;
}

export interface Letter {
  from: string;
  to: string[];
  /** As it came in, for what must not be in it. */
  raw: string;
  headers: string;
  text: string;
  html: string;
}

/** RFC 2045: quoted-printable and base64, the two that are in use. */
function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function splitHead(text: string): { head: string; body: string } {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  return { head: head.replace(/\r\n[ \t]+/g, ' '), body: rest.join('\r\n\r\n') };
}

const field = (head: string, name: string): string =>
  new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';

function readParts(raw: string): { headers: string; parts: Part[] } {
  const { head, body } = splitHead(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(field(head, 'Content-Type'))?.[1] ?? '';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => splitHead(part.replace(/^\r\n/, '')))
    .map((part) => ({
      type: field(part.head, 'Content-Type'),
      body: decode(part.body, field(part.head, 'Content-Transfer-Encoding')).replaceAll('\r\n', '\n'),
    }));
  return { headers: head, parts };
}

export class LetterBox {
  readonly letters: Letter[] = [];
  /** The answer to every letter from now on. */
  refusal: { code: number; text: string } | null = null;
  /** How often somebody came to bring something. */
  visits = 0;
  #server: SMTPServer | null = null;
  #port = 0;

  /** The same port again after `close`. */
  async open(): Promise<this> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onConnect: (_session, done) => {
        this.visits += 1;
        done();
      },
      onRcptTo: (_address, _session, done) => done(this.#refuse()),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          this.#keep(Buffer.concat(chunks).toString('utf8'), {
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
          });
          done();
        });
      },
    });
    server.on('error', () => {});
    server.listen(this.#port, '127.0.0.1');
    await once(server.server, 'listening');
    const address = server.server.address();
    if (typeof address === 'object' && address) this.#port = address.port;
    this.#server = server;
    return this;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.#server) resolve();
      else this.#server.close(() => resolve());
      this.#server = null;
    });
  }

  get mail(): NonNullable<Config['mail']> {
    return mailAt(this.#port);
  }

  #refuse(): Error | null {
    if (!this.refusal) return null;
    return Object.assign(new Error(this.refusal.text), { responseCode: this.refusal.code });
  }

  #keep(raw: string, envelope: Pick<Letter, 'from' | 'to'>): void {
    const { headers, parts } = readParts(raw);
    const bodyOf = (type: string) => parts.find((part) => part.type.startsWith(type))?.body ?? '';
    this.letters.push({ ...envelope, raw, headers, text: bodyOf('text/plain'), html: bodyOf('text/html') });
  }
}

export function mailAt(port: number): NonNullable<Config['mail']> {
  const server = { host: '127.0.0.1', port, secure: false, mustEncrypt: false, auth: null };
  return { server, from: 'geen-antwoord@voorbeeldstad.example' };
}

/** Takes the connection and never says a word. */
export async function openSilentMailServer(): Promise<{
  port: number;
  callers: Set<Socket>;
  server: Server;
}> {
  const callers = new Set<Socket>();
  const server = createServer((socket) => {
    callers.add(socket);
    socket.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, callers, server };
}
