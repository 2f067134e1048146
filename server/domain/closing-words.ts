// Why the counter is closed on a public holiday, as a sentence in the citizen's language.
import type { Language } from '#protocol';
import type { HolidayName } from './holidays.ts';

interface ClosingWords {
  closed(holiday: string): string;
  /** Left out: as in Dutch. */
  names?: Readonly<Record<HolidayName, string>>;
}

/** The Dutch name goes along where a day is known by it only here. */
const WORDS: Readonly<Record<Language, ClosingWords>> = {
  nl: { closed: (holiday) => `Wij zijn gesloten vanwege ${holiday}.` },
  fy: {
    closed: (holiday) => `Wy binne ticht fanwegen ${holiday}.`,
    names: {
      Nieuwjaarsdag: 'Nijjiersdei',
      'Goede Vrijdag': 'Goedfreed',
      'Eerste Paasdag': 'Peaskesnein',
      'Tweede Paasdag': 'Peaskemoandei',
      Koningsdag: 'Keningsdei',
      Bevrijdingsdag: 'Befrijingsdei',
      Hemelvaartsdag: 'Himelfeartsdei',
      'Eerste Pinksterdag': 'Pinkstersnein',
      'Tweede Pinksterdag': 'Pinkstermoandei',
      'Eerste Kerstdag': 'Earste Krystdei',
      'Tweede Kerstdag': 'Twadde Krystdei',
    },
  },
  en: {
    closed: (holiday) => `We are closed because of ${holiday}.`,
    names: {
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
    },
  },
  de: {
    closed: (holiday) => `Wir haben heute geschlossen: ${holiday}.`,
    names: {
      Nieuwjaarsdag: 'Neujahr',
      'Goede Vrijdag': 'Karfreitag',
      'Eerste Paasdag': 'Ostersonntag',
      'Tweede Paasdag': 'Ostermontag',
      Koningsdag: 'Königstag (Koningsdag)',
      Bevrijdingsdag: 'Befreiungstag (Bevrijdingsdag)',
      Hemelvaartsdag: 'Christi Himmelfahrt',
      'Eerste Pinksterdag': 'Pfingstsonntag',
      'Tweede Pinksterdag': 'Pfingstmontag',
      'Eerste Kerstdag': 'erster Weihnachtstag',
      'Tweede Kerstdag': 'zweiter Weihnachtstag',
    },
  },
  tr: {
    closed: (holiday) => `Bugün kapalıyız: ${holiday}.`,
    names: {
      Nieuwjaarsdag: 'Yılbaşı',
      'Goede Vrijdag': 'Kutsal Cuma (Goede Vrijdag)',
      'Eerste Paasdag': 'Paskalya (Pasen)',
      'Tweede Paasdag': 'Paskalya’nın ikinci günü (Pasen)',
      Koningsdag: 'Kral Günü (Koningsdag)',
      Bevrijdingsdag: 'Kurtuluş Günü (Bevrijdingsdag)',
      Hemelvaartsdag: 'Göğe Yükseliş Günü (Hemelvaart)',
      'Eerste Pinksterdag': 'Pentekost (Pinksteren)',
      'Tweede Pinksterdag': 'Pentekost’un ikinci günü (Pinksteren)',
      'Eerste Kerstdag': 'Noel’in birinci günü (Kerst)',
      'Tweede Kerstdag': 'Noel’in ikinci günü (Kerst)',
    },
  },
  ar: {
    closed: (holiday) => `نحن مغلقون اليوم: \u2068${holiday}\u2069.`,
    names: {
      Nieuwjaarsdag: 'رأس السنة',
      'Goede Vrijdag': 'الجمعة العظيمة',
      'Eerste Paasdag': 'عيد الفصح',
      'Tweede Paasdag': 'ثاني أيام عيد الفصح',
      Koningsdag: 'يوم الملك (Koningsdag)',
      Bevrijdingsdag: 'يوم التحرير (Bevrijdingsdag)',
      Hemelvaartsdag: 'عيد الصعود',
      'Eerste Pinksterdag': 'عيد العنصرة',
      'Tweede Pinksterdag': 'ثاني أيام عيد العنصرة',
      'Eerste Kerstdag': 'عيد الميلاد',
      'Tweede Kerstdag': 'ثاني أيام عيد الميلاد',
    },
  },
  pl: {
    closed: (holiday) => `Dzisiaj mamy zamknięte: ${holiday}.`,
    names: {
      Nieuwjaarsdag: 'Nowy Rok',
      'Goede Vrijdag': 'Wielki Piątek',
      'Eerste Paasdag': 'Niedziela Wielkanocna',
      'Tweede Paasdag': 'Poniedziałek Wielkanocny',
      Koningsdag: 'Dzień Króla (Koningsdag)',
      Bevrijdingsdag: 'Dzień Wyzwolenia (Bevrijdingsdag)',
      Hemelvaartsdag: 'Wniebowstąpienie',
      'Eerste Pinksterdag': 'Zielone Świątki',
      'Tweede Pinksterdag': 'drugi dzień Zielonych Świątek',
      'Eerste Kerstdag': 'pierwszy dzień Bożego Narodzenia',
      'Tweede Kerstdag': 'drugi dzień Bożego Narodzenia',
    },
  },
  uk: {
    closed: (holiday) => `Сьогодні ми не працюємо: ${holiday}.`,
    names: {
      Nieuwjaarsdag: 'Новий рік',
      'Goede Vrijdag': 'Страсна п’ятниця',
      'Eerste Paasdag': 'Великдень',
      'Tweede Paasdag': 'другий день Великодня',
      Koningsdag: 'День короля (Koningsdag)',
      Bevrijdingsdag: 'День визволення (Bevrijdingsdag)',
      Hemelvaartsdag: 'Вознесіння',
      'Eerste Pinksterdag': 'Трійця',
      'Tweede Pinksterdag': 'другий день Трійці',
      'Eerste Kerstdag': 'перший день Різдва',
      'Tweede Kerstdag': 'другий день Різдва',
    },
  },
};

export function sayClosed(holiday: HolidayName, language: Language): string {
  const { closed, names } = WORDS[language];
  return closed(names?.[holiday] ?? holiday);
}
