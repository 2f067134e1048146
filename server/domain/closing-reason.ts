// Why the counter is closed, as a sentence for the citizen. Dutch is always there; another language where somebody wrote it.
import type { Language } from '#protocol';
import type { HolidayName } from './holidays.ts';

type OtherLanguage = Exclude<Language, 'nl'>;

export interface ClosingReason {
  dutch: string;
  others: Readonly<Partial<Record<OtherLanguage, string>>>;
}

const ENGLISH: Record<HolidayName, string> = {
  Nieuwjaarsdag: 'New Year’s Day',
  'Goede Vrijdag': 'Good Friday',
  'Eerste Paasdag': 'Easter Sunday',
  'Tweede Paasdag': 'Easter Monday',
  Koningsdag: 'King’s Day',
  Bevrijdingsdag: 'Liberation Day',
  Hemelvaartsdag: 'Ascension Day',
  'Eerste Pinksterdag': 'Whit Sunday',
  'Tweede Pinksterdag': 'Whit Monday',
  'Eerste Kerstdag': 'Christmas Day',
  'Tweede Kerstdag': 'Boxing Day',
};

export const explainHoliday = (name: HolidayName): ClosingReason => ({
  dutch: `Wij zijn gesloten vanwege ${name}.`,
  others: { en: `We are closed because of ${ENGLISH[name]}.` },
});
