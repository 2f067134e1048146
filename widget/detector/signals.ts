// The one list of signals, in the order of the protocol. A name added there does not compile until its signal stands here.
import type { REASON_CODES, ReasonCode } from '#protocol';
import { dwell } from './dwell.ts';
import { failedSubmit } from './failed-submit.ts';
import { helpSeeking } from './help-seeking.ts';
import { labelCopied } from './label-copied.ts';
import { leftEmpty } from './left-empty.ts';
import type { Signal } from './page.ts';
import { rage } from './rage.ts';
import { repeatedError } from './repeated-error.ts';
import { rereading } from './rereading.ts';
import { returnWithoutProgress } from './return-without-progress.ts';
import { revisit } from './revisit.ts';
import { rework } from './rework.ts';
import { thrash } from './thrash.ts';
import { wandering } from './wandering.ts';
import { wavering } from './wavering.ts';

type Listed<Codes extends readonly ReasonCode[]> = { [Index in keyof Codes]: Signal<Codes[Index]> };

export const SIGNALS: Listed<typeof REASON_CODES> = [
  dwell,
  repeatedError,
  rework,
  revisit,
  thrash,
  failedSubmit,
  rage,
  helpSeeking,
  returnWithoutProgress,
  rereading,
  labelCopied,
  leftEmpty,
  wavering,
  wandering,
];
