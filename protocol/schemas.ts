// The wire, frame by frame: zod schemas are the source of the types. For the server and the tests; never bundled in the widget.
import { z } from 'zod';
import { contactFrame, contactsFrame } from './contact-schemas.ts';
import {
  CONVERSATION_STATUSES,
  LANGUAGES,
  LIMITS,
  NACK_REASONS,
  OPERATOR_ROLES,
  OPERATOR_STATUSES,
  REFUSAL_REASONS,
} from './names.ts';
import { introduction, pageContext, publicId, visitorToken } from './page-schemas.ts';

export * from './after-schemas.ts';
export * from './contact-schemas.ts';
export * from './crowd-schemas.ts';
export * from './page-schemas.ts';
export * from './site-schemas.ts';

const shortText = z.string().max(LIMITS.nameChars);
const count = z.int().min(0);
const time = z.number().min(0);

export const messageId = z.uuid();
export const deviceId = z.uuid();
export const messageText = z.string().min(1).max(LIMITS.messageChars);

/** The durable log of a conversation. `seq` is 1, 2, 3 … per conversation without holes. Times are epoch ms of the server. */
export const conversationEvent = z.discriminatedUnion('kind', [
  z.strictObject({ seq: count, at: time, kind: z.literal('opened'), offered: z.boolean() }),
  z.strictObject({
    seq: count,
    at: time,
    kind: z.literal('message'),
    id: messageId,
    from: z.enum(['visitor', 'operator']),
    author: shortText.nullable(),
    text: messageText,
  }),
  z.strictObject({ seq: count, at: time, kind: z.literal('assigned'), operator: shortText }),
  z.strictObject({
    seq: count,
    at: time,
    kind: z.literal('unassigned'),
    because: z.enum(['released', 'lease-lost']),
  }),
  z.strictObject({
    seq: count,
    at: time,
    kind: z.literal('closed'),
    by: z.enum(['visitor', 'operator', 'system']),
  }),
]);

const probe = z.strictObject({ type: z.literal('probe') });
const heartbeat = z.strictObject({ type: z.literal('heartbeat'), t: time });
/** `storing` false: the server cannot store anything now (T3). */
const service = z.strictObject({ type: z.literal('service'), storing: z.boolean() });
const drain = z.strictObject({ type: z.literal('drain'), spreadMs: count });
const nackFields = {
  type: z.literal('nack'),
  id: messageId,
  n: count,
  reason: z.enum(NACK_REASONS),
  expected: count.optional(),
  retryMs: count.optional(),
};
const ackFields = { type: z.literal('ack'), id: messageId, n: count, seq: count, at: time };

export const visitorFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    protocol: count,
    token: visitorToken,
    device: deviceId,
    lastSeq: count,
    epoch: z.string().max(64).nullable(),
  }),
  z.strictObject({ type: z.literal('send'), id: messageId, n: z.int().min(1), text: messageText }),
  z.strictObject({ type: z.literal('typing'), on: z.boolean() }),
  z.strictObject({ type: z.literal('read'), seq: count }),
  /** Null: the citizen does not share the page (T6). */
  z.strictObject({ type: z.literal('context'), context: pageContext.nullable() }),
  /** The citizen reads in another language now (G2). Only to a server that tells in `welcome` which one it knows. */
  z.strictObject({ type: z.literal('language'), language: z.enum(LANGUAGES) }),
  /** Only to a server that tells in `welcome` what it knows (N2). */
  z.strictObject({ type: z.literal('introduction'), introduction }),
  /** The form's own session ends after so many ms; null: not soon any more. Only to a server that tells in `welcome` how long it lasts (Y2). */
  z.strictObject({ type: z.literal('form-session'), endsIn: count.nullable() }),
  z.strictObject({ type: z.literal('pull'), after: count }),
  z.strictObject({ type: z.literal('end') }),
  /** Still here (W3). */
  z.strictObject({ type: z.literal('stay') }),
  probe,
]);

export const toVisitorFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('welcome'),
    protocol: count,
    epoch: z.string(),
    conversation: publicId,
    status: z.enum(CONVERSATION_STATUSES),
    lastSeq: count,
    lastN: count,
    /** How far the operator has read. */
    readSeq: count,
    operator: shortText.nullable(),
    operatorHere: z.boolean(),
    serverTime: time,
    heartbeatMs: count,
    /** In which the citizen reads, as far as the server knows (G2). An older server does not tell. */
    language: z.enum(LANGUAGES).optional(),
    /** What the citizen told, where the site asks (N2). */
    introduction: introduction.optional(),
    /** Of the form that the conversation is about: how long its own session lasts, how long before its end the citizen is reminded, in ms, and which origins renew it (Y1). */
    formSession: z.strictObject({ lasts: count, warns: count, origins: z.array(z.url()) }).optional(),
  }),
  z.strictObject({ type: z.literal('events'), events: z.array(conversationEvent), more: z.boolean() }),
  z.strictObject(ackFields),
  z.strictObject(nackFields),
  z.strictObject({ type: z.literal('typing'), on: z.boolean() }),
  z.strictObject({ type: z.literal('read'), seq: count }),
  z.strictObject({ type: z.literal('presence'), here: z.boolean() }),
  /** When it ends by itself; null: not any more (W2). */
  z.strictObject({ type: z.literal('silence'), endsAt: time.nullable() }),
  /** How it stands while nobody helps (Q1). Left out is what nobody knows. */
  z.strictObject({
    type: z.literal('queue'),
    place: count.optional(),
    /** Minutes (Q2). Without `waitTo`: more than an hour. */
    waitFrom: count.optional(),
    waitTo: count.optional(),
    /** After so many ms the norm is over (Q4). */
    lateIn: count,
    /** By when who asked for it is called (Q5). */
    callBackBy: time.optional(),
  }),
  heartbeat,
  service,
  drain,
]);

const conversation = publicId;

export const operatorFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), protocol: count, device: deviceId }),
  /** Start receiving the events of one conversation, after `lastSeq`. */
  z.strictObject({
    type: z.literal('follow'),
    conversation,
    lastSeq: count,
    epoch: z.string().max(64).nullable(),
  }),
  z.strictObject({ type: z.literal('unfollow'), conversation }),
  z.strictObject({
    type: z.literal('send'),
    conversation,
    id: messageId,
    n: z.int().min(1),
    assignmentEpoch: count,
    /** The newest event that the writer had seen (A7). */
    seenSeq: count.optional(),
    text: messageText,
  }),
  z.strictObject({ type: z.literal('take'), conversation }),
  /** A supervisor takes it from whoever had it under this assignment epoch (A6). */
  z.strictObject({ type: z.literal('take-over'), conversation, assignmentEpoch: count }),
  z.strictObject({ type: z.literal('release'), conversation, assignmentEpoch: count }),
  z.strictObject({ type: z.literal('finish'), conversation, assignmentEpoch: count }),
  z.strictObject({ type: z.literal('status'), status: z.enum(OPERATOR_STATUSES) }),
  z.strictObject({ type: z.literal('typing'), conversation, on: z.boolean() }),
  z.strictObject({ type: z.literal('read'), conversation, seq: count }),
  z.strictObject({ type: z.literal('pull'), conversation, after: count }),
  probe,
]);

export const conversationSummary = z.strictObject({
  id: conversation,
  organisation: shortText,
  site: shortText,
  status: z.enum(CONVERSATION_STATUSES),
  language: z.enum(LANGUAGES),
  offered: z.boolean(),
  context: pageContext.nullable(),
  openedAt: time,
  waitingSince: time,
  assignee: z.strictObject({ id: publicId, name: shortText }).nullable(),
  assignmentEpoch: count,
  lastSeq: count,
  lastMessage: z
    .strictObject({ from: z.enum(['visitor', 'operator']), text: z.string().max(120), at: time })
    .nullable(),
  /** Messages of the citizen that no operator has read yet. */
  unread: count,
  visitorHere: z.boolean(),
  /** The citizen was asked whether they are still there; then it ends by itself (W2). */
  endsAt: time.optional(),
  /** The request to be called back that was asked from the queue (Q5). */
  callBack: messageId.optional(),
  introduction: introduction.optional(),
  /** When the form's own session ends, unless the citizen goes on in the form (Y3). */
  formEndsAt: time.optional(),
});

export const toOperatorFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('welcome'),
    protocol: count,
    epoch: z.string(),
    operator: z.strictObject({ id: publicId, name: shortText, role: z.enum(OPERATOR_ROLES) }),
    organisation: shortText,
    status: z.enum(OPERATOR_STATUSES),
    serverTime: time,
    heartbeatMs: count,
  }),
  /** What is active and the front of the queue (T4). Replaces what the console knew. */
  z.strictObject({ type: z.literal('desk'), conversations: z.array(conversationSummary) }),
  /** One conversation changed; with status `closed` it leaves the lists. */
  z.strictObject({ type: z.literal('summary'), summary: conversationSummary }),
  z.strictObject({
    type: z.literal('followed'),
    conversation,
    lastSeq: count,
    lastN: count,
    /** How far the citizen has read. */
    readSeq: count,
    summary: conversationSummary,
  }),
  z.strictObject({
    type: z.literal('events'),
    conversation,
    events: z.array(conversationEvent),
    more: z.boolean(),
  }),
  z.strictObject({ ...ackFields, conversation }),
  z.strictObject({ ...nackFields, conversation, assignee: shortText.nullable().optional() }),
  z.strictObject({
    type: z.literal('refused'),
    action: z.enum(['take', 'take-over', 'release', 'finish', 'follow', 'read', 'typing', 'pull']),
    conversation,
    reason: z.enum(REFUSAL_REASONS),
    /** Who has the conversation now. */
    assignee: shortText.nullable(),
  }),
  z.strictObject({ type: z.literal('status'), status: z.enum(OPERATOR_STATUSES) }),
  z.strictObject({ type: z.literal('typing'), conversation, on: z.boolean() }),
  z.strictObject({ type: z.literal('read'), conversation, seq: count }),
  z.strictObject({ type: z.literal('presence'), conversation, here: z.boolean() }),
  contactsFrame,
  contactFrame,
  service,
  heartbeat,
  drain,
]);

/** POST /v1/sites/:site/offers. Form and step only (product promise 3). */
export const offerRequest = z.strictObject({ form: shortText, step: shortText.nullable() });
export const offerAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('held'), offer: publicId, renewMs: count }),
  z.strictObject({ state: z.literal('withheld'), reason: z.enum(['no-operator']) }),
]);
/** POST /v1/sites/:site/offers/:offer. Answered with an offerAnswer. */
export const offerChange = z.strictObject({ change: z.enum(['shown', 'renewed', 'declined', 'expired']) });

/** POST /v1/sites/:site/conversations. Idempotent: the same token names the same conversation. */
export const conversationStart = z.strictObject({
  token: visitorToken,
  offer: publicId.nullable(),
  language: z.enum(LANGUAGES),
  context: pageContext.nullable(),
});
export const conversationStarted = z.strictObject({ conversation: publicId });

/** POST /console/api/sign-in and GET /console/api/session */
export const signInRequest = z.strictObject({ token: visitorToken });
export const sessionInfo = z.strictObject({
  operator: z.strictObject({ id: publicId, name: shortText, role: z.enum(OPERATOR_ROLES) }),
  organisation: shortText,
});

export type ConversationEvent = z.infer<typeof conversationEvent>;
export type MessageEvent = Extract<ConversationEvent, { kind: 'message' }>;
export type VisitorFrame = z.infer<typeof visitorFrame>;
export type ToVisitorFrame = z.infer<typeof toVisitorFrame>;
export type OperatorFrame = z.infer<typeof operatorFrame>;
export type ToOperatorFrame = z.infer<typeof toOperatorFrame>;
export type ConversationSummary = z.infer<typeof conversationSummary>;
export type OfferRequest = z.infer<typeof offerRequest>;
export type OfferAnswer = z.infer<typeof offerAnswer>;
export type OfferChange = z.infer<typeof offerChange>;
export type ConversationStart = z.infer<typeof conversationStart>;
export type ConversationStarted = z.infer<typeof conversationStarted>;
export type SessionInfo = z.infer<typeof sessionInfo>;
