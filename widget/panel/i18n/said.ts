// What the panel says. Dutch in the u-form is always there; other words are fetched by who reads them (G1).

import type { AfterTexts } from '../after/i18n/nl.ts';
import type { IntroductionTexts } from '../introduction/i18n/nl.ts';
import type { TalkTexts } from '../log/i18n/nl.ts';
import type { NoticeTexts } from '../notices/i18n/nl.ts';
import type { QueueTexts } from '../queue/i18n/nl.ts';
import type { WaysTexts } from '../ways/i18n/nl.ts';
import { nl, type Texts } from './nl.ts';

export interface Said {
  readonly texts: Texts;
  /** What comes later brings its Dutch words along, and is told which to use instead. */
  sayTalk(dutch: TalkTexts): TalkTexts;
  sayIntroduction(dutch: IntroductionTexts): IntroductionTexts;
  sayWays(dutch: WaysTexts): WaysTexts;
  sayAfter(dutch: AfterTexts): AfterTexts;
  sayNotices(dutch: NoticeTexts): NoticeTexts;
  sayQueue(dutch: QueueTexts): QueueTexts;
}

export const SAID_IN_DUTCH: Said = {
  texts: nl,
  sayTalk: (dutch) => dutch,
  sayIntroduction: (dutch) => dutch,
  sayWays: (dutch) => dutch,
  sayAfter: (dutch) => dutch,
  sayNotices: (dutch) => dutch,
  sayQueue: (dutch) => dutch,
};
