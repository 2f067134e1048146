// The life of the one offer of a visit, as a pure step: state and input in, state and effects out.
import type { GateCode, OfferAnswer, OfferChange, OfferManner } from '#protocol';

/** The server lets go of a hold after this long without a renewal: TIMINGS.offerHold, repeated here to save the bytes of that table. */
export const HOLD_MS = 60_000;
/** Capacity rarely frees up sooner, and asking more often would tell the server how long someone struggles. */
export const RETRY_MS = 30_000;
/** A request without an answer by now has failed: as long as the link waits for a welcome (TIMINGS.welcomeAnswer). */
const ANSWER_MS = 10_000;

type Tick = Extract<OfferInput, { type: 'tick' }>;
type Hold = { offer: string; renewMs: number; renewAt: number; until: number; manual: boolean };

export type OfferState =
  | { status: 'quiet' | 'withheld'; retryAt: number }
  | { status: 'asking'; until: number; manual: boolean }
  | ({ status: 'held' | 'shown' } & Hold)
  | { status: 'accepted'; offer: string }
  | { status: 'declined' }
  | { status: 'resting'; gate: GateCode };

export type OfferInput = { t: number } /** Once a second, with the assessment of that same moment. */ & (
  | { type: 'tick'; offer: boolean; gates: readonly GateCode[]; manner?: OfferManner }
  /** To a request or a change; null when the relay could not be reached. */
  | { type: 'answer'; answer: OfferAnswer | null }
  /** The card is really on screen; the button has really drawn attention. */
  | { type: 'shown' | 'nudged' }
  /** The citizen's word. `declined-before`: this visit said no on an earlier page. */
  | { type: 'accept' | 'decline' | 'declined-before' }
  /** `manual`: the page called vangnet.offer(). `leave`: the page goes away. */
  | { type: 'manual' | 'suppress' | 'chat-opened' | 'chat-closed' | 'leave' }
);

export type OfferEffect =
  /** POST an offer request; its outcome comes back as an `answer`. */
  | { do: 'request' }
  /** POST the change; the outcome of `shown` and `renewed` comes back as an `answer`, of the others it does not. */
  | { do: 'tell'; offer: string; change: OfferChange['change'] }
  /** Put the card on screen if there is room now, then give the input `shown`. Repeated every tick until then. */
  | { do: 'show' }
  /** Let the button draw attention if it can be seen now, then give the input `nudged`. Repeated every tick until then. */
  | { do: 'nudge' }
  | { do: 'hide' }
  /** Keep the flag that this visit said no. */
  | { do: 'remember-declined' }
  /** Open the panel with this accepted offer. */
  | { do: 'open-chat'; offer: string }
  | { do: 'emit'; event: 'offer' | 'accepted' | 'declined' };

export type OfferStep = { state: OfferState; effects: readonly OfferEffect[] };

export const QUIET: OfferState = { status: 'quiet', retryAt: 0 };

const step = (state: OfferState, ...effects: OfferEffect[]): OfferStep => ({ state, effects });
const tell = (offer: string, change: OfferChange['change']): OfferEffect => ({ do: 'tell', offer, change });
const rest = (gate: GateCode): OfferState => ({ status: 'resting', gate });

/** What must happen before this state can be left for good: the card goes, the operator is free again. */
function letGo(state: OfferState): OfferEffect[] {
  return state.status === 'shown'
    ? [{ do: 'hide' }, tell(state.offer, 'expired')]
    : state.status === 'held'
      ? [tell(state.offer, 'expired')]
      : [];
}

const ask = (t: number, manual: boolean): OfferStep =>
  step({ status: 'asking', until: t + ANSWER_MS, manual }, { do: 'request' });

const withhold = (t: number): OfferStep => step({ status: 'withheld', retryAt: t + RETRY_MS });

/** A page that asks by hand overrules the score, never the citizen who is typing or away. */
const mayShow = (input: { offer: boolean; gates: readonly GateCode[] }, manual: boolean): boolean =>
  manual ? !input.gates.some((gate) => gate === 'typing' || gate === 'hidden') : input.offer;

/** Nobody is held for a nudge, so nobody has to be free. */
function stepStuck(state: OfferState & { retryAt: number }, { t, manner }: Tick): OfferStep {
  if (manner === 'nudge') return step(state, { do: 'nudge' });
  return t >= state.retryAt ? ask(t, false) : step(state);
}

function stepTick(state: OfferState, input: Tick): OfferStep {
  const { t } = input;
  switch (state.status) {
    case 'quiet':
    case 'withheld':
      return input.offer ? stepStuck(state, input) : step(state);
    case 'asking':
      return t < state.until ? step(state) : withhold(t);
    case 'held':
      if (t >= state.until) return step({ status: 'quiet', retryAt: t + RETRY_MS }, ...letGo(state));
      return mayShow(input, state.manual) ? step(state, { do: 'show' }) : step(state);
    case 'shown':
      if (t >= state.until) return step(rest('offered'), ...letGo(state));
      return t < state.renewAt || input.gates.includes('hidden')
        ? step(state)
        : step({ ...state, renewAt: t + state.renewMs }, tell(state.offer, 'renewed'));
    default:
      return step(state);
  }
}

function stepAnswer(state: OfferState, t: number, answer: OfferAnswer | null): OfferStep {
  const held = answer?.state === 'held' ? answer : null;
  const shown = state.status === 'shown';
  if (held && (state.status === 'asking' || (shown && held.offer === state.offer))) {
    const { offer, renewMs } = held;
    const hold = { offer, renewMs, renewAt: t + renewMs, until: t + HOLD_MS, manual: state.manual };
    return step({ status: shown ? 'shown' : 'held', ...hold });
  }
  // An answer that came too late: nobody waits for this operator any more.
  if (held) return step(state, tell(held.offer, 'expired'));
  if (state.status === 'asking') return withhold(t);
  // A card on screen without an operator behind it is a promise nobody keeps. Unreachable: wait for the next renewal.
  return shown && answer ? step(rest('offered'), { do: 'hide' }) : step(state);
}

/** The citizen's word; it only counts while the card is on screen. */
function stepWord(state: OfferState, word: 'accept' | 'decline'): OfferStep {
  if (state.status !== 'shown') return step(state);
  const { offer } = state;
  return word === 'accept'
    ? step(
        { status: 'accepted', offer },
        { do: 'hide' },
        { do: 'emit', event: 'accepted' },
        { do: 'open-chat', offer },
      )
    : step(
        { status: 'declined' },
        { do: 'hide' },
        tell(offer, 'declined'),
        { do: 'remember-declined' },
        { do: 'emit', event: 'declined' },
      );
}

/** The conversation is over or never came to be: this visit is not offered anything again. */
const stepClosed = (state: OfferState): OfferStep =>
  step(
    state.status === 'accepted' || (state.status === 'resting' && state.gate === 'chat-open')
      ? rest('offered')
      : state,
  );

function stepOpen(state: OfferState, input: OfferInput): OfferStep {
  const { t } = input;
  switch (input.type) {
    case 'manual':
      return state.status === 'quiet' || state.status === 'withheld' ? ask(t, true) : step(state);
    case 'shown':
      return state.status === 'held'
        ? step({ ...state, status: 'shown' }, tell(state.offer, 'shown'), { do: 'emit', event: 'offer' })
        : step(state);
    case 'nudged':
      return state.status === 'quiet' || state.status === 'withheld' ? step(rest('offered')) : step(state);
    case 'declined-before':
      return step({ status: 'declined' }, ...letGo(state));
    case 'suppress':
      return step(rest('suppressed'), ...letGo(state));
    case 'chat-opened':
      return step(rest('chat-open'), ...letGo(state));
    case 'leave':
      return step(state.status === 'shown' ? rest('offered') : QUIET, ...letGo(state));
    default:
      return step(state);
  }
}

export function stepOffer(state: OfferState, input: OfferInput): OfferStep {
  switch (input.type) {
    case 'tick':
      return stepTick(state, input);
    case 'answer':
      return stepAnswer(state, input.t, input.answer);
    case 'accept':
    case 'decline':
      return stepWord(state, input.type);
    case 'chat-closed':
      return stepClosed(state);
    default:
      return state.status === 'accepted' || state.status === 'declined' || state.status === 'resting'
        ? step(state)
        : stepOpen(state, input);
  }
}

/** Which gates the offer itself keeps closed, next to those of the detector. */
export function gatesOfOffer(state: OfferState): GateCode[] {
  switch (state.status) {
    case 'withheld':
      return ['no-operator'];
    case 'declined':
      return ['declined'];
    case 'resting':
      return [state.gate];
    case 'shown':
      return ['offered'];
    case 'accepted':
      return ['chat-open'];
    default:
      return [];
  }
}
