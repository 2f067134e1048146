// E-mail over the organisation's own SMTP server.
import { createTransport } from 'nodemailer';
import { type Mail, type Mailer, MailFailed } from '../application/mail-port.ts';

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS. */
  secure: boolean;
  /** Without TLS nothing is sent. */
  mustEncrypt: boolean;
  auth: { user: string; pass: string } | null;
}

/** A server that accepts connections and then hangs must not keep one of the few places for the ten minutes that SMTP allows. */
const PATIENCE = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/** RFC 3834: no absence notes back. */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

const read = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/** Refused for good are the receiver (EENVELOPE) and the letter (EMESSAGE), with 5xx (RFC 5321, 4.2.1). The rest an administrator can set right. */
const REFUSALS: readonly unknown[] = ['EENVELOPE', 'EMESSAGE'];

function explain(error: unknown): MailFailed {
  const [code, status] = [read(error, 'code'), read(error, 'responseCode')];
  const name = typeof code === 'string' && /^E[A-Z]{1,20}$/.test(code) ? code : 'unknown';
  if (typeof status !== 'number') return new MailFailed(name, false);
  return new MailFailed(`${name} ${status}`, status >= 500 && REFUSALS.includes(code));
}

export function createMailer({ host, port, secure, mustEncrypt, auth }: SmtpServer, from: string): Mailer {
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: mustEncrypt,
    ...(auth ? { auth } : {}),
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, fromName, language, subject, text, html }: Mail) {
      try {
        await transport.sendMail({
          // Objects, not text: nothing in them is read as a list or as another header.
          from: { name: fromName, address: from },
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: { ...HEADERS, 'Content-Language': language },
        });
      } catch (error) {
        throw explain(error);
      }
    },
  };
}
