// Runs the offer: once a second an assessment into the pure machine, its effects onto the page and to the relay.
import type { GateCode, OfferAnswer, OfferRequest } from '#protocol';
import { type Assessment, createDetector, type Detector } from '../detector/detector.ts';
import type { Door } from '../sensors/door.ts';
import { findAll, isShown, type Root } from '../sensors/tree.ts';
import type { Word } from './desk-host.ts';
import {
  gatesOfOffer,
  type OfferEffect,
  type OfferInput,
  type OfferState,
  QUIET,
  stepOffer,
} from './offer-state.ts';
import type { Relay } from './relay.ts';

/** The detector's own beat, in ms. */
export const BEAT = 1_000;
const MODAL = ':modal,[aria-modal=true]';

export interface OfferHooks {
  door: Door;
  relay: Relay;
  roots(): readonly Root[];
  /** A form is on the page. */
  hasForm(): boolean;
  mayOffer(): boolean;
  request(): OfferRequest;
  /** Puts the card on the page; says whether there was room. */
  show(): boolean;
  hide(): void;
  rememberDeclined(): void;
  openChat(offer: string): void;
  announce(name: string): void;
}

export interface OfferRun {
  detector: Detector;
  /** Time passed: call it once a second. */
  tick(t: number): void;
  say(word: Word): void;
  assessment(): Assessment;
  gates(): GateCode[];
  status(): Exclude<OfferState['status'], 'asking'>;
}

export function runOffer(hooks: OfferHooks): OfferRun {
  const { door, relay } = hooks;
  const detector = createDetector({ pointer: matchMedia('(pointer: coarse)').matches ? 'coarse' : 'fine' });
  let state = QUIET;
  let assessment = detector.assess(0);
  let dialogOpen = false;

  const input = (next: OfferInput) => {
    const { state: after, effects } = stepOffer(state, next);
    state = after;
    for (const effect of effects) perform(effect);
  };
  const say = (type: Word) => input({ t: performance.now(), type });
  const hear = (coming: Promise<OfferAnswer>) => {
    const take = door.guard((answer: OfferAnswer | null) =>
      input({ t: performance.now(), type: 'answer', answer }),
    );
    coming.then(take, () => take(null));
  };

  const perform = (effect: OfferEffect): void => {
    switch (effect.do) {
      case 'request':
        return hear(relay.request(hooks.request()));
      case 'tell': {
        const told = relay.change(effect.offer, effect.change);
        if (effect.change === 'shown' || effect.change === 'renewed') hear(told);
        // The last word: when it is lost, the hold lapses by itself.
        else told.catch(() => {});
        return;
      }
      case 'show':
        if (hooks.show()) say('shown');
        return;
      case 'hide':
        return hooks.hide();
      case 'remember-declined':
        return hooks.rememberDeclined();
      case 'open-chat':
        return hooks.openChat(effect.offer);
      case 'emit':
        return hooks.announce(effect.event);
    }
  };

  return {
    detector,
    tick(t) {
      if (document.hidden || !(hooks.hasForm() || /asking|held|shown/.test(state.status))) return;
      assessment = detector.assess(t);
      dialogOpen = findAll(hooks.roots(), MODAL).some(isShown);
      const offer = assessment.offer && !dialogOpen && hooks.mayOffer();
      input({ t, type: 'tick', offer, gates: assessment.gates });
    },
    say,
    assessment: () => assessment,
    gates: () => [
      ...assessment.gates,
      ...gatesOfOffer(state),
      ...(dialogOpen ? ['dialog-open' as const] : []),
    ],
    // A request on its way is still quiet for the page's own scripts.
    status: () => (state.status === 'asking' ? 'quiet' : state.status),
  };
}
