// Puts together what comes after a conversation: the mail on its way out, the ratings, and their limits.
import { setTimeout as wait } from 'node:timers/promises';
import type { After } from './application/after.ts';
import { MailQueue } from './application/mail-queue.ts';
import type { RatingStore } from './application/ports.ts';
import type { Relay } from './application/relay.ts';
import { createMailer } from './channels/email.ts';
import type { Config } from './config.ts';
import { type Allowance, createRateLimit } from './rate-limits.ts';

const HOUR = 60 * 60;
/** Each rating is a post per screen; a whole office, or everyone behind a proxy, may come from one address. */
const PER_ADDRESS: readonly Allowance[] = [{ points: 120, seconds: 60 }];
/** As long as the token lives. */
const PER_CONVERSATION: readonly Allowance[] = [{ points: 3, seconds: 24 * HOUR }];
const PER_RECIPIENT: readonly Allowance[] = [{ points: 5, seconds: HOUR }];
/** Far above what one organisation can help in an hour; below what gets its mail server on a block list. */
const PER_SITE: readonly Allowance[] = [{ points: 600, seconds: HOUR }];
/** What a mail server that works needs for what is under way. One that hangs does not hold up the stop. */
const LAST_MAIL_MS = 2_000;

export interface OpenAfter {
  after: After;
  stop(): Promise<void>;
}

export function openAfter(relay: Relay, ratings: RatingStore, mail: Config['mail']): OpenAfter {
  const { clock, log, random } = relay;
  const mails = mail ? new MailQueue({ mailer: createMailer(mail.server, mail.from), clock, log }) : null;
  return {
    after: {
      relay,
      ratings,
      mails,
      limits: {
        perAddress: createRateLimit(PER_ADDRESS),
        perConversation: createRateLimit(PER_CONVERSATION),
        perRecipient: createRateLimit(PER_RECIPIENT),
        perSite: createRateLimit(PER_SITE),
      },
      salt: random.token(),
    },
    async stop() {
      if (!mails) return;
      const gone = new AbortController();
      const patience = wait(LAST_MAIL_MS, undefined, { signal: gone.signal }).catch(() => undefined);
      await Promise.race([mails.stop(), patience]);
      gone.abort();
    },
  };
}
