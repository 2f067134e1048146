// Dutch words of what may be told before the first word; the source of the keys for every language.
import type { IntroductionQuestion } from '#protocol';

export const nl = {
  intro: 'Dit hoeft u niet in te vullen. De medewerker ziet wat u hier schrijft.',
  name: 'Uw naam',
  subject: 'Onderwerp',
} satisfies Record<IntroductionQuestion | 'intro', string>;

export type IntroductionTexts = typeof nl;
