// Runs the offer: once a second an assessment into the pure machine, its effects onto the page and to the relay.
import type { GateCode, OfferAnswer, OfferRequest } from '#protocol';
import { type Assessment, createDetector, type Detector } from '../detector/detector.ts';
import { gatesOfOffer, type OfferEffect, type OfferInput, QUIET, stepOffer } from './offer-state.ts';
import { type Profile, USUAL } from './profile.ts';
import type { Relay } from './relay.ts';
import type { OfferStatus } from './report.ts';

/** The detector's own beat, in ms. */
export const BEAT = 1_000;

/** What can be said to the offer from outside: without its time, and without what only this run knows. */
export type Word = Exclude<OfferInput['type'], 'tick' | 'answer'>;

export interface OfferHooks {
  relay: Relay;
  /** Keeps what goes wrong away from the page. */
  guard<A extends unknown[]>(run: (...args: A) => unknown): (...args: A) => void;
  /** A dialog of the page is open. */
  hasDialog(): boolean;
  /** A form is on the page. */
  hasForm(): boolean;
  mayOffer(): boolean;
  request(): OfferRequest;
  /** Puts the card on the page; says whether there was room. */
  show(): boolean;
  hide(): void;
  /** Lets the button draw attention; says whether it could be seen. */
  nudge(): boolean;
  rememberDeclined(): void;
  openChat(offer: string): void;
  announce(name: string): void;
}

export interface OfferRun {
  /** What the form is set to is known: gives the detector that judges it. */
  begin(profile: Profile): Detector;
  /** Time passed: call it once a second. */
  tick(t: number): void;
  say(word: Word): void;
  assessment(): Assessment;
  gates(): GateCode[];
  status(): OfferStatus;
}

/** The detector as it is set for this form; until that is known, one like any other that has heard nothing. */
function createJudge() {
  const byTouch = matchMedia('(pointer: coarse)').matches;
  let detector = createDetector({ byTouch });
  const judge = {
    manner: USUAL.manner,
    assess: (t: number) => detector.assess(t),
    begin(profile: Profile) {
      judge.manner = profile.manner;
      detector = createDetector({ byTouch, ...profile });
      return detector;
    },
  };
  return judge;
}

export function runOffer(hooks: OfferHooks): OfferRun {
  const { relay } = hooks;
  const judge = createJudge();
  let state = QUIET;
  let assessment = judge.assess(0);
  let dialogOpen = false;

  const input = (next: OfferInput) => {
    const { state: after, effects } = stepOffer(state, next);
    state = after;
    for (const effect of effects) perform(effect);
  };
  const say = (type: Word) => input({ t: performance.now(), type });
  const hear = (coming: Promise<OfferAnswer>) => {
    const take = hooks.guard((answer: OfferAnswer | null) =>
      input({ t: performance.now(), type: 'answer', answer }),
    );
    coming.then(take, () => take(null));
  };

  const tell = ({ offer, change }: Extract<OfferEffect, { do: 'tell' }>) => {
    const told = relay.change(offer, change);
    if (change === 'shown' || change === 'renewed') hear(told);
    // The last word: when it is lost, the hold lapses by itself.
    else told.catch(() => {});
  };

  const perform = (effect: OfferEffect): void => {
    switch (effect.do) {
      case 'request':
        hear(relay.request(hooks.request()));
        break;
      case 'tell':
        tell(effect);
        break;
      case 'show':
        if (hooks.show()) say('shown');
        break;
      case 'nudge':
        if (hooks.nudge()) say('nudged');
        break;
      case 'hide':
        hooks.hide();
        break;
      case 'remember-declined':
        hooks.rememberDeclined();
        break;
      case 'open-chat':
        hooks.openChat(effect.offer);
        break;
      case 'emit':
        hooks.announce(effect.event);
    }
  };

  return {
    begin: judge.begin,
    tick(t) {
      if (document.hidden || !(hooks.hasForm() || /asking|held|shown/.test(state.status))) return;
      assessment = judge.assess(t);
      dialogOpen = hooks.hasDialog();
      const offer = assessment.offer && !dialogOpen && hooks.mayOffer();
      input({ t, type: 'tick', offer, gates: assessment.gates, manner: judge.manner });
    },
    say,
    assessment: () => assessment,
    gates: () => [
      ...assessment.gates,
      ...gatesOfOffer(state),
      ...(dialogOpen ? ['dialog-open' as const] : []),
    ],
    status: () => (state.status === 'asking' ? 'quiet' : state.status),
  };
}
