// What the use cases need from the world. Asynchronous and engine-neutral: a second store or bus is one more adapter.
import type {
  ConversationEvent,
  ConversationStatus,
  DutchForm,
  FormProfile,
  FormSums,
  IntroductionQuestion,
  Language,
  OfferChange,
  OperatorRole,
  OperatorStatus,
  PageContext,
  RatingAnswers,
  SiteInfo,
} from '#protocol';
import type { DeskLoad } from '../domain/capacity.ts';
import type { ChannelSettings } from '../domain/channels.ts';
import type { Conversation, ConversationCommand, OperatorRef } from '../domain/conversation.ts';
import type { FieldCrowd } from '../domain/crowd.ts';
import type { Decision } from '../domain/decide-conversation.ts';
import type { FormSessions } from '../domain/form-session.ts';
import type { OfferState } from '../domain/offer.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import type { RatingSetting, RatingVerdict } from '../domain/rating.ts';
import type { OutsideHours } from '../domain/reach.ts';
import type { SilenceSetting } from '../domain/silence.ts';

/** The write was not done and may be tried again: disk full, locked, stopping, or too much at once. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';

  constructor(cause?: unknown) {
    super('The store cannot write now.', { cause });
  }
}

export interface Clock {
  /** Epoch ms; can be set, forward and back. */
  now(): number;
  /** ms that only go by: for how long ago something was heard. */
  passed(): number;
  /** Both give the function that cancels. Timers never keep the process alive. */
  after(ms: number, act: () => void): () => void;
  every(ms: number, act: () => void): () => void;
}

export interface Random {
  /** 128 bits, base64url. */
  id(): string;
  /** 256 bits, base64url. */
  token(): string;
  /** 0 to 1, for spreading in time. */
  unit(): number;
}

/** A form belongs to one department at most. */
export interface Department {
  name: string;
  forms: ReadonlySet<string>;
  hours: OpeningHours;
  channels: ChannelSettings;
}

export interface Site {
  id: number;
  organisation: number;
  organisationName: string;
  key: string;
  mode: SiteInfo['mode'];
  origins: ReadonlySet<string>;
  channels: ChannelSettings;
  privacyUrl: string | null;
  hours: OpeningHours;
  /** Left out: nobody is offered help then. */
  outsideHours?: OutsideHours;
  /** Left out: there are none. */
  departments?: readonly Department[];
  /** Pages may tell sums of how the forms of this site are filled in. */
  measures: boolean;
  /** Left out: `u`. */
  dutchForm?: DutchForm;
  /** Left out or null: conversations never end by themselves. */
  silence?: SilenceSetting | null;
  /** What citizens may tell before the first word (N1). Left out: nothing. */
  asks?: readonly IntroductionQuestion[];
  /** Left out: no form of this site has a session that is told of. */
  formSessions?: FormSessions;
  /** Seconds within which somebody answers who waits (Q4). Left out: what is usual. */
  answerWithin?: number;
}

export interface ConversationRef {
  organisation: number;
  conversation: number;
}

/** Where one that waits stands in the queue of its organisation. */
export interface QueuePlace extends ConversationRef {
  waitingSince: number;
}

/** Who helps: the store's number. */
export interface Assignment extends ConversationRef {
  operator: number;
}

export interface ConversationRecord extends ConversationRef {
  id: string;
  site: number;
  language: Language;
  state: Conversation;
}

export interface Opening {
  organisation: number;
  site: number;
  id: string;
  tokenHash: string;
  language: Language;
  context: PageContext | null;
  offer: string | null;
}

/** At once when it is in memory or the engine answers at once: followers read with every message. */
export type Answer<Value> = Value | Promise<Value>;

export interface ConversationStore {
  readonly epoch: string;
  /** The same token names the same conversation. */
  open(opening: Opening, now: number): Promise<{ record: ConversationRecord; created: boolean }>;
  /** Resolves after the decision is synced to disk. */
  execute(ref: ConversationRef, command: ConversationCommand, now: number): Promise<Decision>;
  /** In which language the citizen reads from now on; says whether that is another one. */
  speak(ref: ConversationRef, language: Language): Promise<boolean>;
  read(ref: ConversationRef): Answer<ConversationRecord | null>;
  findByToken(site: number, tokenHash: string): Promise<ConversationRecord | null>;
  findById(organisation: number, id: string): Promise<ConversationRecord | null>;
  /** What is being helped, and by whom: of one operator, or of all. */
  findActive(organisation: number, operator?: number): Promise<Assignment[]>;
  /** The queue in its order, from its front or from behind a place. */
  readQueue(organisation: number, after: QueuePlace | null, limit: number): Promise<QueuePlace[]>;
  readEvents(ref: ConversationRef, after: number, limit: number): Answer<ConversationEvent[]>;
  readLastN(ref: ConversationRef, device: string): Answer<number>;
  /** Sets the end of the leases of one operator, or of all at a start. */
  setLeases(whose: { organisation: number; operator: number } | 'all', until: number): Promise<void>;
  findLostLeases(now: number): Promise<ConversationRef[]>;
  /**
   * Looks at the next `limit` of all that wait, and finds those in which nobody wrote, opened before that moment. `next` is where to go
   * on; null: that was the end.
   */
  findEmpty(
    openedBefore: number,
    page: { after: QueuePlace | null; limit: number },
  ): Promise<{ found: ConversationRef[]; next: QueuePlace | null }>;
}

export interface OfferStore {
  hold(
    asked: { organisation: number; site: number; id: string; form: string; step: string | null },
    live: readonly number[],
    now: number,
  ): Promise<OfferState>;
  change(
    asked: { organisation: number; site: number; id: string; change: OfferChange['change'] },
    live: readonly number[],
    now: number,
  ): Promise<OfferState | null>;
  readDeskLoad(organisation: number, live: readonly number[], now: number): Promise<DeskLoad>;
}

export interface CrowdStore {
  /** Adds what one visit told to the sums, which have faded since. */
  add(site: Pick<Site, 'id' | 'organisation'>, sums: FormSums, now: number): Promise<void>;
  /** Of the form, else of the site, else what everyone gets. */
  readSetting(site: Pick<Site, 'id'>, form: string): Promise<Pick<FormProfile, 'sensitivity' | 'manner'>>;
  readFields(site: Pick<Site, 'id'>, form: string): Promise<{ field: string; crowd: FieldCrowd }[]>;
}

/** What a citizen thought of a conversation, as reports read it. */
export interface Rated {
  conversation: number;
  site: number;
  firstAt: number;
  answers: RatingAnswers;
}

export interface RatingStore {
  readSetting(site: Pick<Site, 'id' | 'organisation'>): Promise<RatingSetting>;
  /** Replaces what was told of this conversation before. */
  rate(
    rating: ConversationRef & { site: number; status: ConversationStatus; answers: RatingAnswers },
    now: number,
  ): Promise<RatingVerdict>;
  /** Of one organisation, first told in that period. */
  readRated(organisation: number, period: { from: number; until: number }): Promise<Rated[]>;
}

export interface RetentionStore {
  /** Takes out what the site keeps no longer, and says how much that was. */
  purge(site: Pick<Site, 'id' | 'organisation'>, now: number): Promise<number>;
}

export interface OperatorAccount extends OperatorRef {
  organisation: number;
  organisationName: string;
  role: OperatorRole;
  status: OperatorStatus;
}

export interface AccountStore {
  /** Uses the one-time token up and starts a session; null when the token is unknown, used or expired. */
  signIn(
    asked: { tokenHash: string; sessionHash: string; sessionUntil: number },
    now: number,
  ): Promise<OperatorAccount | null>;
  findSession(sessionHash: string, now: number): Promise<OperatorAccount | null>;
  endSession(sessionHash: string): Promise<void>;
  setStatus(account: { organisation: number; operator: number }, status: OperatorStatus): Promise<void>;
}

/** A row that tells how a site is set cannot be understood; `place` is its table and number, or the key of the site. */
export class SettingNotUnderstood extends Error {
  override name = 'SettingNotUnderstood';
  readonly place: string;

  constructor(place: string, cause: unknown) {
    super(`Settings in the database, ${place}: not understood. See docs/configuration.md.`, { cause });
    this.place = place;
  }
}

export interface SiteStore {
  /** `broken`: the sites with a row that cannot be understood. */
  readSites(): Promise<{ sites: Site[]; broken: { site: number; why: SettingNotUnderstood }[] }>;
}

/** Wake-ups only: no text and no personal data ever travels here. */
export type Poke =
  | { kind: 'changed'; organisation: number; conversation: number }
  | { kind: 'typing'; organisation: number; conversation: number; from: 'visitor' | 'operator'; on: boolean }
  | { kind: 'read'; organisation: number; conversation: number; by: 'visitor' | 'operator'; seq: number }
  /** A citizen who was asked is still there (W3). */
  | { kind: 'heard'; organisation: number; conversation: number }
  | { kind: 'presence'; organisation: number; conversation: number }
  /** For who waits there is something to tell. Of this node: each looks for itself. */
  | { kind: 'queue'; organisation: number; conversation: number }
  | { kind: 'contact'; organisation: number; contact: number }
  | { kind: 'status'; organisation: number; operator: number; status: OperatorStatus }
  | { kind: 'session-ended'; sessionHash: string };

export interface Bus {
  /** Delivered after the present turn, so that whoever asked for a write is answered before the others hear of it. */
  poke(poke: Poke): void;
  subscribe(hear: (poke: Poke) => void): () => void;
}

/** Codes and ids only: never text, tokens, names, bodies, or an address with its query. */
export interface Log {
  info(fields: Record<string, string | number | boolean>, event: string): void;
  warn(fields: Record<string, string | number | boolean>, event: string): void;
  error(fields: Record<string, string | number | boolean>, event: string): void;
}

/** The disk under the store. */
export interface Disk {
  /** Below its reserve: what would grow the store is not taken in. */
  readonly isLow: boolean;
  /** Measures anew, and makes room when nothing else can. */
  look(): void;
}

export interface RateLimit {
  /** Null: go on. A number: wait that many ms. */
  consume(key: string): Answer<number | null>;
}
