// What the panel says in Dutch (B1, u-form) from its first moment. This file is the source of the keys; the other languages have its type.
import type { ReasonCode } from '#protocol';

export const nl = {
  locale: 'nl-NL',
  /** "14.05 uur" */
  clock: (hours: string, minutes: string) => `${hours}.${minutes} uur`,
  /** A day as Intl writes it, where browsers know the language. */
  dayName: (written: string) => written,
  today: 'Vandaag',
  yesterday: 'Gisteren',
  tomorrow: 'Morgen',
  panel: (organisation: string) => `Chat met ${organisation}`,
  close: 'Sluiten',
  /** Also for who cannot read the language that is chosen now. */
  language: 'Taal / Language',
  log: 'Gesprek',
  emptyLog: 'Stel hieronder uw vraag. Een medewerker leest mee en helpt u verder.',
  loading: 'Uw gesprek wordt opgehaald…',
  operator: 'Medewerker',
  box: 'Uw bericht',
  boxHint: 'Met Enter verstuurt u uw bericht, met Shift en Enter begint u een nieuwe regel.',
  send: 'Versturen',
  emptyMessage: 'Schrijf eerst uw bericht.',
  tooLong: (count: number) => `Uw bericht is te lang. Maak het ${count} tekens korter.`,
  sending: 'Wordt verstuurd',
  late: 'Nog niet verzonden – we blijven het proberen',
  retry: 'Opnieuw proberen',
  helper: (name: string) => `${name} helpt u`,
  waiting: 'Een medewerker komt zo bij u. U kunt alvast uw vraag opschrijven.',
  waitingBusy:
    'Alle medewerkers zijn in gesprek. Het kan wat langer duren. U kunt alvast uw vraag opschrijven.',
  busy: 'Alle medewerkers zijn in gesprek. U kunt uw vraag stellen, maar het antwoord kan wat langer duren.',
  offline: 'Geen verbinding. Uw bericht blijft hier staan en gaat weg zodra er weer verbinding is.',
  lost: (count: number) =>
    count > 1
      ? `${count} berichten van u zijn niet verstuurd en staan hier niet meer. Schrijf ze opnieuw als u nog antwoord wilt.`
      : 'Een bericht van u is niet verstuurd en staat hier niet meer. Schrijf het opnieuw als u nog antwoord wilt.',
  unread: (count: number) => (count > 1 ? `${count} nieuwe antwoorden` : '1 nieuw antwoord'),
  answered: 'Er is een nieuw antwoord in de chat.',
  typing: (name: string) => `${name} schrijft…`,
  notKept: 'Uw browser bewaart dit gesprek niet. Blijf op deze pagina tot u klaar bent.',
  ending: 'Het gesprek wordt beëindigd…',
  away: 'Er is nu geen medewerker bereikbaar.',
  awayOpens: (day: string, time: string) => `${day} vanaf ${time} is er weer een medewerker.`,
  callUs: (phone: string) => `Bel ${phone}`,
  contact: 'Contact',
  callBack: 'Terugbelverzoek',
  opening: 'Wordt opgehaald…',
  notOfficial: 'Geen officiële aanvraag of melding',
  privacy: 'Privacy',
  newTab: 'opent in een nieuw tabblad',
  context: 'Wat ziet de medewerker?',
  contextIntro: 'De medewerker ziet waar u bent. Niet wat u in het formulier hebt ingevuld.',
  contextNone: 'De medewerker ziet alleen wat u hier schrijft.',
  contextHide: 'Deel dit niet',
  contextForm: 'Formulier',
  contextStep: 'Stap',
  contextStepOf: (index: number, of: number) => `${index} van ${of}`,
  contextField: 'Veld',
  contextReasons: 'Waarom wij hulp aanbieden',
  contextPage: 'Pagina',
  reasons: {
    dwell: () => 'U bent al een tijdje bezig met dezelfde vraag.',
    'repeated-error': (count) =>
      `Er verscheen${times(count) || ' opnieuw'} een foutmelding bij dezelfde vraag.`,
    rework: () => 'U schreef een antwoord opnieuw.',
    revisit: (count) => `U ging${times(count)} terug naar een eerdere vraag.`,
    thrash: () => 'U ging heen en weer over de pagina.',
    'failed-submit': (count) => `Versturen of verdergaan lukte${times(count)} niet.`,
    rage: () => 'U klikte, maar er gebeurde niets.',
    'help-seeking': () => 'U zocht uitleg.',
    'return-without-progress': () => 'U was even weg en kwam terug bij dezelfde vraag.',
    rereading: () => 'U las een vraag nog eens.',
    'label-copied': () => 'U selecteerde of kopieerde tekst van de pagina.',
    'left-empty': () => 'U liet een vraag nog open.',
    wavering: () => 'U koos een ander antwoord.',
    wandering: () => 'U keek rond op de pagina.',
  } satisfies Record<ReasonCode, (count: number | undefined) => string>,
};

/** " 3 keer", or nothing when there is nothing to count. */
function times(count = 0): string {
  return count > 1 ? ` ${count} keer` : '';
}

export type Texts = typeof nl;
