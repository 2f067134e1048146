// Whoever said no is not asked again, whatever happens and in whatever order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OfferInput, type OfferState, QUIET, stepOffer } from '../../../../widget/offer/offer-state.ts';

describe('any order of what can happen to an offer', () => {
  const t = fc.nat(500);
  const offer = fc.constantFrom('een', 'twee');
  const input: fc.Arbitrary<OfferInput> = fc.oneof(
    {
      arbitrary: fc.record({
        t,
        type: fc.constant('tick'),
        offer: fc.boolean(),
        gates: fc.subarray(['typing', 'hidden'] as const),
        manner: fc.constantFrom('card', 'nudge'),
      }),
      weight: 4,
    },
    {
      arbitrary: fc.record({
        t,
        type: fc.constant('answer'),
        answer: fc.oneof(
          fc.record({ state: fc.constant('held'), offer, renewMs: fc.constant(20_000) }),
          fc.constant(null),
        ),
      }),
      weight: 3,
    },
    { arbitrary: fc.record({ t, type: fc.constant('shown') }), weight: 3 },
    fc.record({ t, type: fc.constant('nudged') }),
    fc.record({ t, type: fc.constantFrom('accept', 'decline', 'declined-before') }),
    fc.record({ t, type: fc.constantFrom('manual', 'suppress', 'chat-opened', 'chat-closed', 'leave') }),
  );

  test('asks, shows and nudges no more after a no', () => {
    let declined = 0;
    fc.assert(
      fc.property(fc.array(input, { minLength: 200, maxLength: 200, size: 'max' }), (inputs) => {
        let state: OfferState = QUIET;
        let [now, saidNo] = [0, false];
        for (const one of inputs) {
          now += one.t;
          const step = stepOffer(state, { ...one, t: now });
          const invites = step.effects.some((effect) => ['request', 'show', 'nudge'].includes(effect.do));
          if (saidNo && invites) throw new Error(`An offer after a no, at ${one.type}.`);
          if (!saidNo && step.state.status === 'declined') declined += 1;
          saidNo ||= step.state.status === 'declined';
          state = step.state;
        }
      }),
      { seed: 8, numRuns: 300 },
    );
    expect(declined).toBeGreaterThan(50);
  });
});
