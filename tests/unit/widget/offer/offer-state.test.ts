// Every way an offer can go, step by step.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GateCode, TIMINGS } from '#protocol';
import {
  gatesOfOffer,
  HOLD_MS,
  type OfferEffect,
  type OfferInput,
  type OfferState,
  QUIET,
  RETRY_MS,
  stepOffer,
} from '../../../../widget/offer/offer-state.ts';

const OFFER = 'aanbod-0000000000000000';

function begin(state: OfferState = QUIET) {
  let now = 0;
  let last: readonly OfferEffect[] = [];
  const all: OfferEffect[] = [];
  const give = (input: OfferInput) => {
    ({ state, effects: last } = stepOffer(state, input));
    all.push(...last);
    return visit;
  };
  const visit = {
    at(t: number) {
      now = t;
      return visit;
    },
    tick: (offer: boolean, ...gates: GateCode[]) => give({ t: now, type: 'tick', offer, gates }),
    softTick: (offer: boolean, ...gates: GateCode[]) =>
      give({ t: now, type: 'tick', offer, gates, manner: 'nudge' }),
    held: (offer = OFFER) =>
      give({ t: now, type: 'answer', answer: { state: 'held', offer, renewMs: TIMINGS.offerRenew } }),
    withheld: () => give({ t: now, type: 'answer', answer: { state: 'withheld', reason: 'no-operator' } }),
    unreachable: () => give({ t: now, type: 'answer', answer: null }),
    say: (type: Exclude<OfferInput['type'], 'tick' | 'answer'>) => give({ t: now, type }),
    state: () => state,
    status: () => state.status,
    effects: () => last,
    all: () => all,
  };
  return visit;
}

const tell = (change: string, offer = OFFER) => ({ do: 'tell', offer, change });
const held = () => begin().tick(true).held();
const shown = () => held().tick(true).say('shown');

test('the hold of the server and ours last equally long', () => {
  expect(HOLD_MS).toBe(TIMINGS.offerHold);
});

describe('quiet', () => {
  test('asks for an operator when the detector says so', () => {
    expect(begin().tick(true).effects()).toEqual([{ do: 'request' }]);
  });
  test('and not before', () => {
    expect(begin().tick(false).effects()).toEqual([]);
  });
  test('asks once', () => {
    expect(begin().tick(true).tick(true).all()).toEqual([{ do: 'request' }]);
  });
  test('asks when the page asks, whatever the score', () => {
    expect(begin().say('manual').effects()).toEqual([{ do: 'request' }]);
  });
});

describe('asking', () => {
  test('an operator is held: nothing is shown before the next assessment', () => {
    const visit = begin().tick(true).held();
    expect(visit.status()).toBe('held');
    expect(visit.effects()).toEqual([]);
    expect(visit.tick(true).effects()).toEqual([{ do: 'show' }]);
  });
  test.each(['withheld', 'unreachable'] as const)(
    '%s: not again within 30 s, then only if still stuck',
    (answer) => {
      const visit = begin().tick(true)[answer]();
      expect(visit.status()).toBe('withheld');
      expect(gatesOfOffer(visit.state())).toEqual(['no-operator']);
      expect(
        visit
          .at(RETRY_MS - 1)
          .tick(true)
          .effects(),
      ).toEqual([]);
      expect(visit.at(RETRY_MS).tick(false).effects()).toEqual([]);
      expect(
        visit
          .at(RETRY_MS + 1_000)
          .tick(true)
          .effects(),
      ).toEqual([{ do: 'request' }]);
    },
  );
  test('no answer in ten seconds is a no; an operator who comes later is free again', () => {
    const visit = begin().tick(true).at(10_000).tick(true);
    expect(visit.status()).toBe('withheld');
    expect(visit.held().effects()).toEqual([tell('expired')]);
    expect(visit.status()).toBe('withheld');
  });
  test.each(['suppress', 'chat-opened', 'leave'] as const)(
    '%s: the operator who comes later is free again',
    (word) => {
      expect(begin().tick(true).say(word).held().effects()).toEqual([tell('expired')]);
    },
  );
});

describe('held', () => {
  test('waits as long as the citizen types, then shows', () => {
    const visit = held();
    expect(visit.at(2_000).tick(false, 'typing').effects()).toEqual([]);
    expect(visit.at(9_000).tick(true).effects()).toEqual([{ do: 'show' }]);
  });
  test('is shown again and again until there was room for it', () => {
    const visit = held();
    expect(visit.at(1_000).tick(true).effects()).toEqual([{ do: 'show' }]);
    expect(visit.at(2_000).tick(true).effects()).toEqual([{ do: 'show' }]);
    expect(visit.say('shown').effects()).toEqual([tell('shown'), { do: 'emit', event: 'offer' }]);
    expect(visit.status()).toBe('shown');
  });
  test('is released after the hold time; a next request waits', () => {
    const visit = held().at(HOLD_MS).tick(true);
    expect(visit.effects()).toEqual([tell('expired')]);
    expect(visit.status()).toBe('quiet');
    expect(
      visit
        .at(HOLD_MS + 1_000)
        .tick(true)
        .effects(),
    ).toEqual([]);
    expect(
      visit
        .at(HOLD_MS + RETRY_MS)
        .tick(true)
        .effects(),
    ).toEqual([{ do: 'request' }]);
  });
  test.each(['typing', 'hidden'] as const)('a page that asked by hand waits for %s too', (gate) => {
    const visit = begin().say('manual').held();
    expect(visit.tick(false, gate).effects()).toEqual([]);
    expect(visit.tick(false, 'too-early').effects()).toEqual([{ do: 'show' }]);
  });
  test.each(['suppress', 'chat-opened', 'leave', 'declined-before'] as const)(
    '%s lets the operator go',
    (word) => {
      expect(held().say(word).effects()).toEqual([tell('expired')]);
    },
  );
});

describe('shown', () => {
  test('is renewed while it stands, and each answer prolongs the hold', () => {
    const visit = shown();
    for (let t = TIMINGS.offerRenew; t <= 5 * HOLD_MS; t += TIMINGS.offerRenew) {
      expect(visit.at(t).tick(false).effects()).toEqual([tell('renewed')]);
      expect(visit.held().effects()).toEqual([]);
      expect(
        visit
          .at(t + 1_000)
          .tick(false)
          .effects(),
      ).toEqual([]);
    }
    expect(visit.status()).toBe('shown');
  });
  test('goes away when nobody can be held any more', () => {
    const visit = shown().at(20_000).tick(false).withheld();
    expect(visit.effects()).toEqual([{ do: 'hide' }]);
    expect(visit.status()).toBe('resting');
    expect(gatesOfOffer(visit.state())).toEqual(['offered']);
  });
  test('survives a renewal that does not come through, not a hold that has lapsed', () => {
    const visit = shown().at(20_000).tick(false).unreachable();
    expect(visit.status()).toBe('shown');
    expect(visit.at(HOLD_MS).tick(false).effects()).toEqual([{ do: 'hide' }, tell('expired')]);
    expect(visit.status()).toBe('resting');
  });
  test('is not renewed while the page is hidden', () => {
    expect(shown().at(30_000).tick(false, 'hidden').effects()).toEqual([]);
  });
  test('typing does not take it away', () => {
    expect(shown().at(5_000).tick(false, 'typing').effects()).toEqual([]);
  });
  test('an answer about another offer frees that operator', () => {
    expect(shown().held('een-ander-aanbod').effects()).toEqual([tell('expired', 'een-ander-aanbod')]);
  });
  test('"Ja, graag" opens the chat with this offer', () => {
    const visit = shown().say('accept');
    expect(visit.effects()).toEqual([
      { do: 'hide' },
      { do: 'emit', event: 'accepted' },
      { do: 'open-chat', offer: OFFER },
    ]);
    expect(visit.state()).toEqual({ status: 'accepted', offer: OFFER });
    expect(visit.say('chat-closed').state()).toEqual({ status: 'resting', gate: 'offered' });
  });
  test('"Nee, bedankt" is told, remembered and final', () => {
    const visit = shown().say('decline');
    expect(visit.effects()).toEqual([
      { do: 'hide' },
      tell('declined'),
      { do: 'remember-declined' },
      { do: 'emit', event: 'declined' },
    ]);
    for (const word of [
      'manual',
      'accept',
      'shown',
      'chat-opened',
      'chat-closed',
      'suppress',
      'leave',
    ] as const) {
      expect(visit.say(word).tick(true).status()).toBe('declined');
      expect(visit.effects()).toEqual([]);
    }
    expect(gatesOfOffer(visit.state())).toEqual(['declined']);
  });
  test.each(['suppress', 'chat-opened', 'leave'] as const)(
    '%s takes it away and lets the operator go',
    (word) => {
      const visit = shown().say(word);
      expect(visit.effects()).toEqual([{ do: 'hide' }, tell('expired')]);
      expect(visit.status()).toBe('resting');
    },
  );
});

describe('[O6] the soft manner', () => {
  test('draws attention, asks the relay nothing, and rests', () => {
    const visit = begin().softTick(true);
    expect(visit.effects()).toEqual([{ do: 'nudge' }]);
    expect(visit.say('nudged').state()).toEqual({ status: 'resting', gate: 'offered' });
    expect(gatesOfOffer(visit.state())).toEqual(['offered']);
    expect(visit.all()).toEqual([{ do: 'nudge' }]);
  });
  test('not before the detector says so: never while typing or away', () => {
    expect(begin().softTick(false, 'typing').softTick(false, 'hidden').all()).toEqual([]);
  });
  test('again and again until the button could be seen, then never again', () => {
    const visit = begin().softTick(true).softTick(true);
    expect(visit.all()).toHaveLength(2);
    expect(visit.say('nudged').at(HOLD_MS).softTick(true).tick(true).say('manual').effects()).toEqual([]);
  });
  test('does not wait after nobody was free: nobody has to be', () => {
    expect(begin().tick(true).withheld().softTick(true).effects()).toEqual([{ do: 'nudge' }]);
  });
  test.each(['suppress', 'chat-opened', 'declined-before'] as const)('not after %s', (word) => {
    expect(begin().say(word).softTick(true).effects()).toEqual([]);
  });
  test('a page that asks by hand gets a card', () => {
    expect(begin().say('manual').held().softTick(true).effects()).toEqual([{ do: 'show' }]);
  });
});

describe('the rest of the visit', () => {
  test('no second offer, whatever happens', () => {
    for (const visit of [shown().say('accept').say('chat-closed'), shown().say('suppress')]) {
      expect(
        visit
          .at(9 * HOLD_MS)
          .tick(true)
          .say('manual')
          .effects(),
      ).toEqual([]);
    }
  });
  test('a chat that was opened without an offer closes the gate as long as it is open', () => {
    const visit = begin().say('chat-opened');
    expect(gatesOfOffer(visit.state())).toEqual(['chat-open']);
    expect(gatesOfOffer(visit.say('chat-closed').state())).toEqual(['offered']);
    expect(visit.tick(true).effects()).toEqual([]);
  });
  test('a no on an earlier page of this visit counts', () => {
    expect(begin().say('declined-before').tick(true).say('manual').all()).toEqual([]);
  });
  test('words out of place do nothing', () => {
    for (const word of ['accept', 'decline', 'shown', 'chat-closed'] as const) {
      expect(begin().say(word).state()).toEqual(QUIET);
      expect(begin().say(word).effects()).toEqual([]);
    }
  });
});

describe('in any order of events', () => {
  type Move = { wait: number; gates: GateCode[]; what: 'tick' | 'held' | 'withheld' | 'unreachable' | Word };
  type Word = (typeof WORDS)[number];
  const WORDS = ['accept', 'decline', 'manual', 'suppress', 'chat-opened', 'chat-closed', 'leave'] as const;
  const moves = fc.array(
    fc.record({
      wait: fc.integer({ min: 1, max: 15_000 }),
      gates: fc.subarray<GateCode>(['typing', 'hidden', 'too-early']),
      what: fc.oneof(
        { weight: 6, arbitrary: fc.constant('tick' as const) },
        { weight: 3, arbitrary: fc.constant('held' as const) },
        { weight: 2, arbitrary: fc.constantFrom('withheld' as const, 'unreachable' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...WORDS) },
      ),
    }),
    { maxLength: 60 },
  );

  function playMove(visit: ReturnType<typeof begin>, { what, gates }: Move, index: number) {
    const before = visit.state();
    if (what === 'tick') visit.tick(gates.length === 0, ...gates);
    else if (what === 'held') visit.held(before.status === 'shown' ? before.offer : `aanbod-${index}`);
    else if (what === 'withheld' || what === 'unreachable') visit[what]();
    else visit.say(what);
    const effects = [...visit.effects()];
    if (effects.some((effect) => effect.do === 'show')) effects.push(...visit.say('shown').effects());
    return { what, gates, before, after: visit.state(), effects };
  }

  const playAll = (all: Move[]) => {
    const visit = begin();
    let t = 0;
    return all.map((move, index) => {
      t += move.wait;
      return playMove(visit.at(t), move, index);
    });
  };

  const check = (expectation: (played: ReturnType<typeof playAll>) => void) =>
    fc.assert(
      fc.property(moves, (all) => expectation(playAll(all))),
      { seed: 11, numRuns: 300 },
    );

  test('one card a visit', () => {
    check((played) => {
      const cards = played.filter(({ effects }) => effects.some((effect) => effect.do === 'show'));
      expect(cards.length).toBeLessThanOrEqual(1);
    });
  });

  test('never while the citizen types or is away', () => {
    check((played) => {
      for (const { gates, effects } of played) {
        if (effects.some((effect) => effect.do === 'show'))
          expect(gates.filter((gate) => gate !== 'too-early')).toEqual([]);
      }
    });
  });

  test('every operator is let go exactly once, unless the citizen said yes', () => {
    check((played) => {
      for (const { before, after, effects, what } of played) {
        if (
          !('offer' in before) ||
          before.status === 'accepted' ||
          ('offer' in after && after.offer === before.offer)
        )
          continue;
        const told = effects.filter((effect) => effect.do === 'tell' && effect.offer === before.offer);
        expect(told).toHaveLength(what === 'withheld' ? 0 : 1);
      }
    });
  });
});
