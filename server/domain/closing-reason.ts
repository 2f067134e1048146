// Why the counter is closed, as a sentence for the citizen. Dutch is always there; another language where somebody wrote it.
import type { Language } from '#protocol';
import { sayClosed } from './closing-words.ts';
import type { HolidayName } from './holidays.ts';

type OtherLanguage = Exclude<Language, 'nl'>;

export interface ClosingReason {
  dutch: string;
  others: Readonly<Partial<Record<OtherLanguage, string>>>;
}

export const explainHoliday = (name: HolidayName): ClosingReason => ({
  dutch: sayClosed(name, 'nl'),
  others: {
    fy: sayClosed(name, 'fy'),
    en: sayClosed(name, 'en'),
    de: sayClosed(name, 'de'),
    tr: sayClosed(name, 'tr'),
    ar: sayClosed(name, 'ar'),
    pl: sayClosed(name, 'pl'),
    uk: sayClosed(name, 'uk'),
  },
});
