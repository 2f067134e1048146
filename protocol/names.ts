// The closed lists of the product and the limits of the wire. Constants only: safe to bundle in the widget.

export const PROTOCOL_VERSION = 1;

/** What the detector can say about why someone seems stuck. Each has a sentence in every i18n folder. */
export const REASON_CODES = [
  'dwell',
  'repeated-error',
  'rework',
  'revisit',
  'thrash',
  'failed-submit',
  'rage',
  'help-seeking',
  'return-without-progress',
  'rereading',
  'label-copied',
  'left-empty',
  'wavering',
  'wandering',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Why an offer is not shown although the score may be high. */
export const GATE_CODES = [
  'typing',
  'hidden',
  'just-returned',
  'too-early',
  'dialog-open',
  'chat-open',
  'declined',
  'offered',
  'submitted',
  'one-tick',
  'no-breakpoint',
  'suppressed',
  'no-operator',
] as const;
export type GateCode = (typeof GATE_CODES)[number];

/** How readily a form offers help. The share of false offers that each stands for: docs/detection.md. */
export const SENSITIVITIES = ['reserved', 'normal', 'generous'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What happens when someone seems stuck: a card with an offer, or only a button that draws attention. */
export const OFFER_MANNERS = ['card', 'nudge'] as const;
export type OfferManner = (typeof OFFER_MANNERS)[number];

export const OPERATOR_STATUSES = ['available', 'away', 'absent'] as const;
export type OperatorStatus = (typeof OPERATOR_STATUSES)[number];

export const OPERATOR_ROLES = ['operator', 'supervisor', 'administrator'] as const;
export type OperatorRole = (typeof OPERATOR_ROLES)[number];

export const CONVERSATION_STATUSES = ['waiting', 'active', 'closed'] as const;
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number];

/** What a citizen can read and choose, in the order of the list. */
export const LANGUAGES = ['nl', 'fy', 'en', 'de', 'tr', 'ar', 'pl', 'uk'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How a site addresses its citizens in Dutch. */
export const DUTCH_FORMS = ['u', 'je'] as const;
export type DutchForm = (typeof DUTCH_FORMS)[number];

/** What a site may ask before the first word (N1). */
export const INTRODUCTION_QUESTIONS = ['name', 'subject'] as const;
export type IntroductionQuestion = (typeof INTRODUCTION_QUESTIONS)[number];

/** Reasons in a `nack`: the message is not in the log. What the client does stands with each rule in SPEC.md. */
export const NACK_REASONS = [
  'expected',
  'id-conflict',
  'closed',
  'not-assignee',
  'outdated',
  'unknown-conversation',
  'rate-limited',
  'retry',
] as const;
export type NackReason = (typeof NACK_REASONS)[number];

/** Reasons in a `refused`: an operator's action did not happen. */
export const REFUSAL_REASONS = [
  'already-taken',
  'not-assignee',
  'not-allowed',
  'closed',
  'unknown-conversation',
  'retry',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Limits of the wire, in the unit of the name. Reasons in SPEC.md, section "Limits". */
export const LIMITS = {
  messageChars: 4_000,
  frameBytes: 16_384,
  nameChars: 200,
  reasons: 5,
  pageOfEvents: 200,
  inFlight: 16,
} as const;

/** Timings that both ends must agree on, in ms. Sources in SPEC.md, section "Liveness". */
export const TIMINGS = {
  heartbeat: 25_000,
  silenceBeforeDrop: 40_000,
  probeAnswer: 3_000,
  ackAnswer: 5_000,
  welcomeAnswer: 10_000,
  helloWithin: 5_000,
  backoffFirst: 500,
  backoffMost: 30_000,
  overloadLeast: 5_000,
  stableAfter: 60_000,
  visitorLeftAfter: 15_000,
  offerHold: 60_000,
  offerRenew: 20_000,
} as const;
