// Reads what the server sends: the same frames as the zod schema `toVisitorFrame` accepts, in a few hundred bytes (rule L8).
import type { ConversationEvent, ToVisitorFrame } from '#protocol';
import { CONVERSATION_STATUSES, LIMITS, NACK_REASONS } from '#protocol';

type Check = (value: unknown) => boolean;
type Shape = Record<string, Check>;

const isText: Check = (value) => typeof value === 'string';
const isName: Check = (value) => typeof value === 'string' && value.length <= LIMITS.nameChars;
const isTime: Check = (value) => Number.isFinite(value) && Number(value) >= 0;
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isFlag: Check = (value) => typeof value === 'boolean';

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
/** An absent key reads as undefined. */
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value);
const isMessageText: Check = (value) =>
  typeof value === 'string' && value !== '' && value.length <= LIMITS.messageChars;

/** RFC 9562 with version and variant, or all zeros or all ones: what zod calls a uuid. */
const isUuid = matches(
  /^([\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|(0{8}-(0{4}-){3}0{12})|(f{8}-(f{4}-){3}f{12}))$/i,
);

function hasShape(value: object, shape: Shape, tag: string): boolean {
  const read = new Map<string, unknown>(Object.entries(value));
  return (
    [...read.keys()].every((key) => key === tag || Object.hasOwn(shape, key)) &&
    Object.entries(shape).every(([key, check]) => check(read.get(key)))
  );
}

/** One of several shapes, told apart by the word under `tag`. */
const taggedBy =
  (tag: string, shapes: Record<string, Shape>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const name: unknown = Reflect.get(value, tag);
    const shape = typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    return shape !== undefined && hasShape(value, shape, tag);
  };

const stamp = { seq: isCount, at: isTime };
const on = { on: isFlag };

const isEvent = taggedBy('kind', {
  opened: { ...stamp, offered: isFlag },
  message: {
    ...stamp,
    id: isUuid,
    from: oneOf('visitor', 'operator'),
    author: orNull(isName),
    text: isMessageText,
  },
  assigned: { ...stamp, operator: isName },
  unassigned: { ...stamp, because: oneOf('released', 'lease-lost') },
  closed: { ...stamp, by: oneOf('visitor', 'operator', 'system') },
} satisfies Record<ConversationEvent['kind'], Shape>);

const isKnownFrame = taggedBy('type', {
  welcome: {
    protocol: isCount,
    epoch: isText,
    conversation: matches(/^[\w-]{22}$/),
    status: oneOf(...CONVERSATION_STATUSES),
    lastSeq: isCount,
    lastN: isCount,
    readSeq: isCount,
    operator: orNull(isName),
    operatorHere: isFlag,
    serverTime: isTime,
    heartbeatMs: isCount,
  },
  events: { events: (value) => Array.isArray(value) && value.every(isEvent), more: isFlag },
  ack: { ...stamp, id: isUuid, n: isCount },
  nack: {
    id: isUuid,
    n: isCount,
    reason: oneOf(...NACK_REASONS),
    expected: optional(isCount),
    retryMs: optional(isCount),
  },
  typing: on,
  read: { seq: isCount },
  presence: { here: isFlag },
  heartbeat: { t: isTime },
  drain: { spreadMs: isCount },
} satisfies Record<ToVisitorFrame['type'], Shape>);

const isFrame = (value: unknown): value is ToVisitorFrame => isKnownFrame(value);

/** Null for everything that is not a frame we know: it is ignored, never answered, never thrown about. */
export function parseFrame(data: string): ToVisitorFrame | null {
  try {
    const value: unknown = JSON.parse(data);
    return isFrame(value) ? value : null;
  } catch {
    return null;
  }
}
