// Reads what the server sends: the frames of the zod schema `toVisitorFrame`, in a few hundred bytes, and what a newer server adds to them (L8).
import type { ConversationEvent, ToVisitorFrame } from '#protocol';
import { CONVERSATION_STATUSES, LANGUAGES, LIMITS, NACK_REASONS } from '#protocol';

type Check = (value: unknown) => boolean;

const among =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
const textUpTo =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most;
const like =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const isName = textUpTo(LIMITS.nameChars);
const isBody = textUpTo(LIMITS.messageChars);

/** The kinds of value; a field of a frame is written as `name:kind`, and `name?:kind` when it may be absent. */
const KINDS: Record<string, Check> = {
  count: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  time: (value) => Number.isFinite(value) && Number(value) >= 0,
  moment: (value) => value === null || (Number.isFinite(value) && Number(value) >= 0),
  flag: among(true, false),
  text: (value) => typeof value === 'string',
  name: isName,
  person: (value) => value === null || isName(value),
  body: (value) => value !== '' && isBody(value),
  public: like(/^[\w-]{22}$/),
  // RFC 9562 with version and variant, or all zeros or all ones: what zod calls a uuid. Only all ones must be in small letters.
  uuid: like(
    /^([\da-fA-F]{8}-[\da-fA-F]{4}-[1-8][\da-fA-F]{3}-[89abAB][\da-fA-F]{3}-[\da-fA-F]{12}|0{8}(-0{4}){3}-0{12}|f{8}(-f{4}){3}-f{12})$/,
  ),
  status: among(...CONVERSATION_STATUSES),
  language: among(...LANGUAGES),
  reason: among(...NACK_REASONS),
  from: among('visitor', 'operator'),
  by: among('visitor', 'operator', 'system'),
  because: among('released', 'lease-lost'),
  introduction: (value) => fits('name:name subject:name', value),
  session: (value) => fits('lasts:count warns:count origins:texts', value),
  texts: (value) => Array.isArray(value) && value.every((text) => typeof text === 'string'),
  events: (value) => Array.isArray(value) && value.every((event) => isOneOf(EVENTS, 'kind', event)),
};

const EVENTS = {
  opened: 'seq:count at:time offered:flag',
  message: 'seq:count at:time id:uuid from:from author:person text:body',
  assigned: 'seq:count at:time operator:name',
  unassigned: 'seq:count at:time because:because',
  closed: 'seq:count at:time by:by',
} satisfies Record<ConversationEvent['kind'], string>;

const FRAMES = {
  welcome:
    'protocol:count epoch:text conversation:public status:status lastSeq:count lastN:count readSeq:count operator:person operatorHere:flag serverTime:time heartbeatMs:count language?:language introduction?:introduction formSession?:session',
  events: 'events:events more:flag',
  ack: 'id:uuid n:count seq:count at:time',
  nack: 'id:uuid n:count reason:reason expected?:count retryMs?:count',
  typing: 'on:flag',
  read: 'seq:count',
  presence: 'here:flag',
  silence: 'endsAt:moment',
  queue: 'place?:count waitFrom?:count waitTo?:count lateIn:count callBackBy?:time',
  service: 'storing:flag',
  heartbeat: 't:time',
  drain: 'spreadMs:count',
} satisfies Record<ToVisitorFrame['type'], string>;

function fits(shape: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return shape.split(' ').every((field) => {
    const [key = '', kind = ''] = field.split(':');
    const known = key.replace('?', '');
    return fields.has(known) ? KINDS[kind]?.(fields.get(known)) : key !== known;
  });
}

function isOneOf(shapes: Record<string, string>, tag: string, value: unknown): boolean {
  const name = String(Object(value)[tag]);
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  return shape !== undefined && fits(shape, value);
}

const isFrame = (value: unknown): value is ToVisitorFrame => isOneOf(FRAMES, 'type', value);

/** Null for everything that is not a frame we know: it is ignored, never answered, never thrown about. */
export function parseFrame(data: string): ToVisitorFrame | null {
  try {
    const value: unknown = JSON.parse(data);
    return isFrame(value) ? value : null;
  } catch {
    return null;
  }
}
