/** The small reader in the widget and the zod schema on the server accept and refuse the same frames, but for what is added later (rule L8). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONVERSATION_STATUSES, LIMITS, NACK_REASONS } from '#protocol';
import { toVisitorFrame } from '#protocol/schemas';
import { parseFrame } from '../../../../widget/conversation/parse-frame.ts';

const count = fc.nat();
const text = fc.string({ minLength: 1, maxLength: 40 });
const id = fc.uuid();
const stamp = { seq: count, at: fc.nat() };
const event = fc.oneof(
  fc.record({ ...stamp, kind: fc.constant('opened'), offered: fc.boolean() }),
  fc.record({
    ...stamp,
    kind: fc.constant('message'),
    id,
    from: fc.constantFrom('visitor', 'operator'),
    author: fc.option(text),
    text,
  }),
  fc.record({ ...stamp, kind: fc.constant('assigned'), operator: text }),
  fc.record({
    ...stamp,
    kind: fc.constant('unassigned'),
    because: fc.constantFrom('released', 'lease-lost'),
  }),
  fc.record({ ...stamp, kind: fc.constant('closed'), by: fc.constantFrom('visitor', 'operator', 'system') }),
);
const publicId = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
const frame = fc.oneof(
  fc.record({
    type: fc.constant('welcome'),
    protocol: count,
    epoch: text,
    conversation: publicId,
    status: fc.constantFrom(...CONVERSATION_STATUSES),
    lastSeq: count,
    lastN: count,
    readSeq: count,
    operator: fc.option(text),
    operatorHere: fc.boolean(),
    serverTime: fc.nat(),
    heartbeatMs: count,
    introduction: fc.record({ name: fc.string({ maxLength: 40 }), subject: text }),
    formSession: fc.record({ lasts: count, warns: count, origins: fc.array(fc.webUrl()) }),
  }),
  fc.record({ type: fc.constant('events'), events: fc.array(event, { maxLength: 3 }), more: fc.boolean() }),
  fc.record({ ...stamp, type: fc.constant('ack'), id, n: count }),
  fc.record(
    {
      type: fc.constant('nack'),
      id,
      n: count,
      reason: fc.constantFrom(...NACK_REASONS),
      expected: count,
      retryMs: count,
    },
    { requiredKeys: ['type', 'id', 'n', 'reason'] },
  ),
  fc.record({ type: fc.constant('typing'), on: fc.boolean() }),
  fc.record({ type: fc.constant('read'), seq: count }),
  fc.record({ type: fc.constant('presence'), here: fc.boolean() }),
  fc.record({ type: fc.constant('service'), storing: fc.boolean() }),
  fc.record({ type: fc.constant('heartbeat'), t: fc.nat() }),
  fc.record({ type: fc.constant('drain'), spreadMs: count }),
);

/** What a frame can be damaged with: values of every kind, at the edges of what is allowed. */
const damage = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    -1,
    0.5,
    1e21,
    true,
    [],
    {},
    [{}],
    'waiting',
    'retry',
    'operator',
    'constructor',
    'x'.repeat(LIMITS.nameChars + 1),
    'x'.repeat(LIMITS.messageChars),
    'x'.repeat(LIMITS.messageChars + 1),
    'A'.repeat(22),
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    'c1b2a3d4-0000-0000-8000-000000000000',
    'C1B2A3D4-0000-4000-A000-00000000000F',
  ),
  fc.jsonValue(),
);

function agree(value: unknown): void {
  const data = JSON.stringify(value);
  const known = toVisitorFrame.safeParse(JSON.parse(data));
  expect(parseFrame(data), data).toEqual(known.success ? known.data : null);
}

describe('parseFrame', () => {
  it('[L8] reads every frame of the schema', () => {
    fc.assert(
      fc.property(frame, (value) => {
        expect(parseFrame(JSON.stringify(value))).toEqual(value);
        agree(value);
      }),
      { numRuns: 500 },
    );
  });

  it('[L8] agrees with the schema about frames with one wrong or missing field, and ignores one that is new', () => {
    const broken = fc.record({ value: frame, at: fc.nat(), wrong: damage, how: fc.nat(2) });
    fc.assert(
      fc.property(broken, ({ value, at, wrong, how }) => {
        const keys = Object.keys(value);
        const key = keys[at % keys.length] ?? 'type';
        const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
        if (how === 0) agree(rest);
        else if (how === 1) agree({ ...value, [key]: wrong });
        else expect(parseFrame(JSON.stringify({ ...value, strange: wrong }))).toMatchObject(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('[L8] agrees with the schema about events with one wrong field', () => {
    fc.assert(
      fc.property(event, fc.nat(), damage, (value, at, wrong) => {
        const keys = Object.keys(value);
        const key = keys[at % keys.length] ?? 'kind';
        agree({ type: 'events', events: [{ ...value, [key]: wrong }], more: false });
      }),
      { numRuns: 1_000 },
    );
  });

  it('[L8] agrees with the schema about anything else', () => {
    fc.assert(fc.property(fc.jsonValue(), agree));
  });

  it('ignores what is not JSON', () => {
    expect(parseFrame('{"type":')).toBeNull();
    expect(parseFrame('')).toBeNull();
  });
});
