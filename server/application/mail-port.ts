// What sends letters to citizens.
import type { Language } from '#protocol';

export interface Mail {
  to: string;
  /** The name beside the sender's address. */
  fromName: string;
  language: Language;
  subject: string;
  text: string;
  html: string;
}

/** A mail did not go: never with the words of the mail server, which repeat the address. */
export class MailFailed extends Error {
  override name = 'MailFailed';
  readonly code: string;
  /** Another try has no sense. */
  readonly isFinal: boolean;

  constructor(code: string, isFinal: boolean) {
    super('The mail did not go.');
    this.code = code;
    this.isFinal = isFinal;
  }
}

export interface Mailer {
  /** Resolves when the mail server took it; otherwise MailFailed. */
  send(mail: Mail): Promise<void>;
}
