// What can be done after a conversation, with what it needs.
import type { AfterInfo } from '#protocol';
import { planScreens } from '../domain/rating.ts';
import type { MailQueue } from './mail-queue.ts';
import type { RateLimit, RatingStore, Site } from './ports.ts';
import type { Relay } from './relay.ts';

export interface After {
  relay: Relay;
  ratings: RatingStore;
  /** Null: no mail server is configured, and no copy is offered. */
  mails: MailQueue | null;
  limits: {
    /** Of the one who asks, for copies and for ratings. */
    perAddress: RateLimit;
    perConversation: RateLimit;
    /** Of the one who gets it: nobody's letter box is filled by strangers. */
    perRecipient: RateLimit;
    perSite: RateLimit;
  };
  /** Makes the keys of the limit per recipient unreadable, also to us. */
  salt: string;
}

export async function readAfter({ ratings, mails }: After, site: Site): Promise<AfterInfo> {
  const screens = planScreens(await ratings.readSetting(site));
  return { transcripts: mails !== null, rating: screens && { screens } };
}
