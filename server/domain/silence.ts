// When a conversation in which the citizen says nothing is warned, and when it ends by itself (rules W). The clock of the server decides.
import type { Conversation } from './conversation.ts';

const MINUTE = 60_000;

export interface SilenceSetting {
  /** From the last word of either side. */
  readonly endsAfterMs: number;
  /** How long before the end the citizen is asked. */
  readonly warnsMs: number;
}

/** Long enough to look for a payslip in the next room, and to be asked about it. */
export const USUAL_SILENCE: SilenceSetting = { endsAfterMs: 15 * MINUTE, warnsMs: 2 * MINUTE };

/** What the log does not tell. */
export interface Signs {
  /** When somebody was last heard without a word: typing, or "Ik ben er nog". */
  readonly heardAt: number;
  /** Before that nobody could answer a warning. */
  readonly servingSince: number;
}

export type SilenceVerdict =
  | { do: 'rest'; lookAt: number }
  | { do: 'warn'; endsAt: number }
  /** Takes the warning back. */
  | { do: 'stay' }
  | { do: 'end' };

type Talk = Pick<Conversation, 'status' | 'lastMessage' | 'heardAt' | 'warning'>;

/** It is the citizen's turn: whoever waits for an answer, or for somebody to come, is never hurried (W1). */
const isCitizensTurn = ({ status, lastMessage }: Talk): boolean =>
  status === 'active' && lastMessage?.from === 'operator';

function judgeWarned(
  warning: NonNullable<Talk['warning']>,
  { warnsMs }: SilenceSetting,
  { heardAt, servingSince }: Signs,
  now: number,
): SilenceVerdict {
  if (heardAt >= warning.at) return { do: 'stay' };
  const fairEnd = servingSince + warnsMs;
  if (servingSince > warning.at && fairEnd > warning.endsAt) return { do: 'warn', endsAt: fairEnd };
  return now >= warning.endsAt ? { do: 'end' } : { do: 'rest', lookAt: warning.endsAt };
}

/** Null: conversations of this site never end by themselves. */
export function judgeSilence(
  talk: Talk,
  setting: SilenceSetting | null,
  signs: Signs,
  now: number,
): SilenceVerdict {
  const { warning, heardAt, lastMessage } = talk;
  if (setting === null || !isCitizensTurn(talk)) {
    // Until somebody speaks again nothing can be due sooner.
    const soonest = setting === null ? Number.POSITIVE_INFINITY : now + setting.endsAfterMs - setting.warnsMs;
    return warning === null ? { do: 'rest', lookAt: soonest } : { do: 'stay' };
  }
  if (warning !== null) return judgeWarned(warning, setting, signs, now);
  const quietSince = Math.max(heardAt, signs.heardAt, lastMessage?.at ?? 0);
  const warnAt = quietSince + setting.endsAfterMs - setting.warnsMs;
  // However late it is noticed: whoever is warned gets all of the time to answer.
  return now >= warnAt ? { do: 'warn', endsAt: now + setting.warnsMs } : { do: 'rest', lookAt: warnAt };
}

/** The state with what is due now. */
export function mindSilence(
  state: Conversation,
  { setting, signs }: { setting: SilenceSetting | null; signs: Signs },
  now: number,
): Conversation | 'ends' {
  const verdict = judgeSilence(state, setting, signs, now);
  if (verdict.do === 'rest') return state;
  if (verdict.do === 'end') return 'ends';
  if (verdict.do === 'warn') return { ...state, warning: { at: now, endsAt: verdict.endsAt } };
  return { ...state, warning: null, heardAt: Math.max(state.heardAt, signs.heardAt) };
}
