// What holds people up, and what they do about it: how trouble tilts their habits, and the deliberate moves they make.
import type { Chance } from './chance.ts';
import { ACTS, type Act } from './people.ts';

export const MOVES = [
  'ponder',
  'retype',
  'half-type',
  'attempt',
  'visit-earlier',
  'visit-next',
  'leave-empty',
  'waver',
  'look-up',
  'search-paper',
  'reread',
  'ask-help',
  'press-dead',
  'rage',
  'scroll-about',
  'hesitate',
] as const;
export type Move = (typeof MOVES)[number];

const PLACES = ['document', 'decision', 'notation', 'none', 'end'] as const;

export interface Trouble {
  /** The page finds the answer wrong from the start. */
  beginsWrong?: boolean;
  /** An attempt to go on gets no answer at all; otherwise the page marks the question. */
  unanswered?: boolean;
  /** Where it begins: at a question with this demand, or at the button that sends. */
  at: (typeof PLACES)[number];
  moves: Readonly<Partial<Record<Move, number>>>;
  /** Times the usual. */
  mood: Readonly<Partial<Record<Act, number>>>;
}

/** Known while the weights were fitted. */
export const REASONS = {
  validation: {
    at: 'notation',
    beginsWrong: true,
    moves: {
      retype: 42,
      attempt: 24,
      ponder: 7,
      'visit-earlier': 6,
      'ask-help': 5,
      reread: 8,
      'half-type': 6,
      'look-up': 4,
    },
    mood: {
      'hover-label': 2.5,
      'hover-help': 3,
      help: 4,
      'press-dead': 2,
      'scroll-back': 2,
      'copy-label': 2,
    },
  },
  comprehension: {
    at: 'decision',
    moves: {
      ponder: 16,
      reread: 22,
      'half-type': 8,
      waver: 10,
      'leave-empty': 8,
      'visit-next': 9,
      'look-up': 9,
      'ask-help': 8,
      'scroll-about': 8,
      attempt: 3,
    },
    mood: {
      'hover-label': 4,
      'hover-help': 5,
      'select-label': 5,
      'select-text': 3,
      'copy-label': 6,
      help: 6,
      'scroll-back': 3,
      'tab-away': 2,
    },
  },
  document: {
    at: 'document',
    moves: {
      ponder: 11,
      'search-paper': 34,
      'look-up': 8,
      'leave-empty': 14,
      'visit-next': 13,
      'half-type': 9,
      'ask-help': 5,
      attempt: 7,
      'scroll-about': 6,
      reread: 6,
    },
    mood: {
      help: 3,
      'hover-help': 3,
      'hover-label': 2,
      'scroll-back': 2,
      'tab-away': 4,
      'leave-top': 2,
      'press-dead': 1.5,
    },
  },
  doubt: {
    at: 'end',
    moves: {
      ponder: 12,
      'visit-earlier': 20,
      waver: 16,
      hesitate: 20,
      'scroll-about': 13,
      'ask-help': 6,
      reread: 10,
      'look-up': 5,
      'half-type': 5,
    },
    mood: {
      'hover-submit': 8,
      'hover-help': 3,
      'hover-label': 2.5,
      'scroll-back': 3.5,
      help: 4,
      'select-text': 2.5,
      'leave-top': 2.5,
      'tab-away': 2,
    },
  },
  technical: {
    at: 'none',
    unanswered: true,
    moves: {
      'press-dead': 30,
      rage: 14,
      attempt: 24,
      ponder: 7,
      'scroll-about': 10,
      'half-type': 4,
      'visit-earlier': 4,
      hesitate: 2,
    },
    mood: {
      'press-dead': 12,
      'press-nothing': 4,
      'scroll-back': 3,
      'leave-top': 2,
      'hover-submit': 2,
      help: 2,
    },
  },
} satisfies Record<string, Trouble>;

/** Mechanisms that the fit never saw. */
export const STRANGE_REASONS = {
  'no-option-fits': {
    at: 'decision',
    moves: {
      ponder: 13,
      waver: 30,
      'visit-next': 8,
      'visit-earlier': 8,
      'scroll-about': 12,
      'ask-help': 8,
      'leave-empty': 10,
      reread: 8,
    },
    mood: { 'hover-field': 4, 'hover-label': 2, 'scroll-back': 3, help: 4, 'press-text': 3 },
  },
  'other-language': {
    at: 'none',
    moves: {
      'look-up': 34,
      reread: 22,
      ponder: 10,
      'half-type': 12,
      'scroll-about': 6,
      'leave-empty': 6,
      attempt: 4,
    },
    mood: { 'copy-label': 10, 'select-label': 8, 'select-text': 5, 'hover-label': 3, 'tab-away': 5 },
  },
  distrust: {
    at: 'document',
    moves: {
      ponder: 16,
      'half-type': 22,
      'scroll-about': 16,
      'visit-earlier': 8,
      'leave-empty': 10,
      'look-up': 8,
      hesitate: 8,
      'ask-help': 4,
    },
    mood: { 'leave-top': 5, 'scroll-back': 3, 'hover-help': 2, 'hover-submit': 3, help: 2, 'press-text': 2 },
  },
  'lost-the-thread': {
    at: 'none',
    moves: {
      'visit-earlier': 28,
      'visit-next': 22,
      'scroll-about': 22,
      ponder: 8,
      'press-dead': 6,
      attempt: 6,
      reread: 6,
    },
    mood: { scroll: 2.5, 'scroll-back': 5, 'press-text': 3, 'press-nothing': 3, 'hover-field': 3, help: 2 },
  },
} satisfies Record<string, Trouble>;

export type Reason = keyof typeof REASONS | keyof typeof STRANGE_REASONS | 'anything';

/** Any trouble at all, drawn anew each time: only there to keep the fit from learning five stories by heart. */
function makeTrouble(chance: Chance): Trouble {
  const moves: Partial<Record<Move, number>> = {};
  for (const move of MOVES) moves[move] = chance.logNormal(6, 1);
  const mood: Partial<Record<Act, number>> = {};
  for (const act of ACTS) mood[act] = Math.max(1, chance.logNormal(2, 0.7));
  return { at: chance.pick(PLACES), moves, mood };
}

export const troubleOf = (reason: Reason, chance: Chance): Trouble =>
  reason === 'anything' ? makeTrouble(chance) : { ...REASONS, ...STRANGE_REASONS }[reason];
