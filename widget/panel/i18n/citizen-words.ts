// What a file of a language holds: everything that a citizen reads. The keys are those of Dutch, so a word that is missing does not compile.
import type { SiteWords } from '#protocol';
import type * as nl from '../../i18n/nl.ts';
import type { AfterTexts } from '../after/i18n/nl.ts';
import type { IntroductionTexts } from '../introduction/i18n/nl.ts';
import type { TalkTexts } from '../log/i18n/nl.ts';
import type { NoticeTexts } from '../notices/i18n/nl.ts';
import type { QueueTexts } from '../queue/i18n/nl.ts';
import type { WaysTexts } from '../ways/i18n/nl.ts';
import type { Texts } from './nl.ts';

export interface CitizenWords {
  readonly button: typeof nl.button;
  readonly offer: SiteWords['offer'];
  readonly panel: Texts;
  readonly talk: TalkTexts;
  readonly introduction: IntroductionTexts;
  readonly ways: WaysTexts;
  readonly notices: NoticeTexts;
  readonly queue: QueueTexts;
  readonly after: AfterTexts;
}
