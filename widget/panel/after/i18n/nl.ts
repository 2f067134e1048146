// Dutch words of what comes after a conversation; the source of the keys for every language.
import type { RatingQuestion } from '#protocol';

interface QuestionWords {
  readonly ask: string;
  /** What the lowest and the highest mark mean. */
  readonly ends?: readonly [lowest: string, highest: string];
}

/** Without ends: a choice of words. */
const questions: Record<RatingQuestion, QuestionWords> = {
  effort: {
    ask: 'Wij maakten het u makkelijk om hulp te krijgen.',
    ends: ['Helemaal niet mee eens', 'Helemaal mee eens'],
  },
  solved: { ask: 'Is uw vraag beantwoord?' },
  satisfaction: { ask: 'Hoe tevreden bent u over dit gesprek?', ends: ['Zeer ontevreden', 'Zeer tevreden'] },
  recommendation: {
    ask: 'Zou u anderen aanraden om hier hulp te vragen?',
    ends: ['Zeker niet', 'Zeker wel'],
  },
  formDone: { ask: 'Is het gelukt met het formulier?' },
};

const solved = { yes: 'Ja', partly: 'Voor een deel', no: 'Nee' };
const formDone = { yes: 'Ja', 'not-yet': 'Nog niet', no: 'Nee' };

export const nl = {
  rating: 'Uw mening',
  questions,
  solved,
  formDone,
  remark: 'Wilt u nog iets kwijt? (niet verplicht)',
  /** Not "Volgende": the form on the page has that one. */
  next: 'Antwoord geven',
  skip: 'Overslaan',
  thanks: 'Bedankt voor uw mening.',
  tooLate: 'U hebt uw mening eerder gegeven. Die kunt u niet meer veranderen. U hoeft niets te doen.',
  failed: 'Dat is niet gelukt. Probeer het opnieuw.',
  keep: 'Gesprek bewaren',
  print: 'Afdrukken',
  download: 'Downloaden',
  mail: 'Naar mijn e-mail sturen',
  email: 'Uw e-mailadres',
  emailWrong: 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.',
  emailUse: 'Wij gebruiken uw adres alleen om dit gesprek te sturen.',
  send: 'Versturen',
  mailed: 'Wij sturen het gesprek naar uw e-mailadres.',
  tooMany: 'U hebt het gesprek al een paar keer laten sturen. Kijk ook bij uw ongewenste e-mail.',
  file: 'gesprek.txt',
};

export type AfterTexts = typeof nl;
