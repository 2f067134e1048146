// The one list of signals. A name added to the protocol does not compile until its signal stands here.
import type { ReasonCode } from '#protocol';
import { dwell } from './dwell.ts';
import { failedSubmit } from './failed-submit.ts';
import { firstError } from './first-error.ts';
import { helpSeeking } from './help-seeking.ts';
import { leaving } from './leaving.ts';
import type { Add, Evidence, Happening, Page, Signal } from './page.ts';
import { rage } from './rage.ts';
import { repeatedError } from './repeated-error.ts';
import { returnWithoutProgress } from './return-without-progress.ts';
import { revisit } from './revisit.ts';
import { rework } from './rework.ts';
import { thrash } from './thrash.ts';

const SIGNALS = {
  dwell,
  'first-error': firstError,
  'repeated-error': repeatedError,
  rework,
  revisit,
  thrash,
  'failed-submit': failedSubmit,
  rage,
  'help-seeking': helpSeeking,
  'return-without-progress': returnWithoutProgress,
  leaving,
} satisfies { [Code in ReasonCode]: Signal<Code> };

/** Gives every signal its place to collect evidence, and answers what to call with each happening. */
export const listen = (page: Page): ((happening: Happening) => void)[] =>
  Object.values<Signal>(SIGNALS).map(([code, weight, see]) => {
    const evidence: Evidence = { code, weight, amount: 0, count: 0, field: undefined, ratio: undefined };
    page.evidence.push(evidence);
    const add: Add = (amount, field = page.field, count = evidence.count + 1, ratio) => {
      evidence.amount = amount + (count && evidence.amount);
      evidence.field = field?.id;
      evidence.count = count;
      evidence.ratio = ratio;
    };
    return (happening) => see(page, happening, add);
  });
