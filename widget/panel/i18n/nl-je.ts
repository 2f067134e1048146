// Dutch in the je-form: what differs from the u-form. A key that Dutch does not have does not compile.
import type { SiteWords } from '#protocol';
import type { AfterTexts } from '../after/i18n/nl.ts';
import type { IntroductionTexts } from '../introduction/i18n/nl.ts';
import type { TalkTexts } from '../log/i18n/nl.ts';
import type { NoticeTexts } from '../notices/i18n/nl.ts';
import type { QueueTexts } from '../queue/i18n/nl.ts';
import type { WaysTexts } from '../ways/i18n/nl.ts';
import type { Texts } from './nl.ts';

export const offer: Partial<SiteWords['offer']> = {
  stuck: 'Loop je vast bij {place}? Een medewerker kan je helpen.',
  nudge: 'Chat met ons, wij helpen je',
};

const panelChanges: Partial<Texts> = {
  emptyLog: 'Stel hieronder je vraag. Een medewerker leest mee en helpt je verder.',
  loading: 'Je gesprek wordt opgehaald…',
  box: 'Je bericht',
  boxHint: 'Met Enter verstuur je je bericht, met Shift en Enter begin je een nieuwe regel.',
  emptyMessage: 'Schrijf eerst je bericht.',
  tooLong: (count) => `Je bericht is te lang. Maak het ${count} tekens korter.`,
  helper: (name) => `${name} helpt je`,
  waiting: 'Een medewerker komt zo bij je. Je kunt alvast je vraag opschrijven.',
  waitingBusy:
    'Alle medewerkers zijn in gesprek. Het kan wat langer duren. Je kunt alvast je vraag opschrijven.',
  busy: 'Alle medewerkers zijn in gesprek. Je kunt je vraag stellen, maar het antwoord kan wat langer duren.',
  offline: 'Geen verbinding. Je bericht blijft hier staan en gaat weg zodra er weer verbinding is.',
  lost: (count) =>
    count > 1
      ? `${count} berichten van je zijn niet verstuurd en staan hier niet meer. Schrijf ze opnieuw als je nog antwoord wilt.`
      : 'Een bericht van je is niet verstuurd en staat hier niet meer. Schrijf het opnieuw als je nog antwoord wilt.',
  notKept: 'Je browser bewaart dit gesprek niet. Blijf op deze pagina tot je klaar bent.',
  contextIntro: 'De medewerker ziet waar je bent. Niet wat je in het formulier hebt ingevuld.',
  contextNone: 'De medewerker ziet alleen wat je hier schrijft.',
};

const reasonChanges: Partial<Texts['reasons']> = {
  dwell: () => 'Je bent al een tijdje bezig met dezelfde vraag.',
  rework: () => 'Je schreef een antwoord opnieuw.',
  revisit: (count = 0) => `Je ging${count > 1 ? ` ${count} keer` : ''} terug naar een eerdere vraag.`,
  thrash: () => 'Je ging heen en weer over de pagina.',
  rage: () => 'Je klikte, maar er gebeurde niets.',
  'help-seeking': () => 'Je zocht uitleg.',
  'return-without-progress': () => 'Je was even weg en kwam terug bij dezelfde vraag.',
  rereading: () => 'Je las een vraag nog eens.',
  'label-copied': () => 'Je selecteerde of kopieerde tekst van de pagina.',
  'left-empty': () => 'Je liet een vraag nog open.',
  wavering: () => 'Je koos een ander antwoord.',
  wandering: () => 'Je keek rond op de pagina.',
};

export const panel = (u: Texts): Texts => ({
  ...u,
  ...panelChanges,
  reasons: { ...u.reasons, ...reasonChanges },
});

const waysChanges: Partial<WaysTexts> = {
  heading: 'Hoe wil je contact?',
  other: 'Wil je niet wachten? Kies wat je het beste uitkomt.',
  keepsPlace: 'Je houdt ondertussen je plaats in de wachtrij.',
  phone: 'Je telefoonnummer',
  email: 'Je e-mailadres',
  name: 'Je naam (niet verplicht)',
  subject: 'Waar gaat je vraag over?',
  text: 'Je bericht',
  moment: 'Wanneer komt het je uit?',
  failed: 'Dat is niet gelukt. Wat je hebt ingevuld, staat er nog. Probeer het opnieuw.',
  nothingMore: 'Je hoeft niets meer te doen.',
};

export const ways = (u: WaysTexts): WaysTexts => ({
  ...u,
  ...waysChanges,
  'call-back': {
    ...u['call-back'],
    hint: 'Wij bellen je terug als het je uitkomt.',
    intro: 'Laat je telefoonnummer achter. Een medewerker belt je terug.',
    doneHeading: 'Wij bellen je terug',
    done: (day, time, to) => `Je wordt uiterlijk ${day} om ${time} gebeld op ${to}.`,
  },
  message: {
    ...u.message,
    hint: 'Je krijgt antwoord per e-mail.',
    intro: 'Schrijf je vraag op. Een medewerker leest je bericht.',
    doneHeading: 'Je bericht is verstuurd',
    done: (day, time, to) =>
      to === ''
        ? 'Een medewerker leest je bericht.'
        : `Je krijgt uiterlijk ${day} om ${time} antwoord op ${to}.`,
  },
  wrong: {
    ...u.wrong,
    subject: 'Schrijf in een paar woorden waar je vraag over gaat.',
    text: 'Schrijf eerst je bericht.',
  },
});

export const notices = (u: NoticeTexts): NoticeTexts => ({
  ...u,
  stillThere: (time) => `Ben je er nog? Om ${time} stopt dit gesprek vanzelf.`,
  formEnds: (time) =>
    `De tijd voor je formulier loopt om ${time} af. Ga voor die tijd verder in het formulier, of sla het op.`,
  formEnded:
    'De tijd voor je formulier is waarschijnlijk om. Ga terug naar het formulier en kijk of je verder kunt.',
  tab: 'Ben je er nog?',
});

const talkChanges: Partial<TalkTexts> = {
  notStoring:
    'Je bericht kan nu even niet worden opgeslagen. Wij proberen het steeds opnieuw, je hoeft niets te doen.',
  operatorAway: (name) => `${name} is even weg. Je bericht komt wel aan.`,
  elsewhere: 'Dit gesprek staat in te veel tabbladen open. Hier zie je geen nieuwe berichten.',
  you: 'Jij',
  masked: 'Wij hebben je burgerservicenummer of rekeningnummer weggehaald. Dat hebben wij hier niet nodig.',
  eventAssigned: (name) => `${name} helpt je nu`,
  eventTakenOver: (name) =>
    `${name} neemt het gesprek over en helpt je verder. Je hoeft je vraag niet opnieuw te stellen.`,
  eventReleased: 'Een andere medewerker neemt het gesprek over. Je hoeft je vraag niet opnieuw te stellen.',
  eventLost: 'De medewerker is weggevallen. Een collega komt zo bij je.',
  eventClosedByYou: 'Je hebt het gesprek beëindigd',
  eventSilent: 'Het gesprek is vanzelf gestopt, omdat je een tijd niets schreef',
  unsent: 'Je laatste tekst is niet verstuurd. Die staat klaar als je een nieuw gesprek begint.',
  endQuestion: 'Wil je het gesprek beëindigen?',
};

export const talk = (u: TalkTexts): TalkTexts => ({ ...u, ...talkChanges });

export const introduction = (u: IntroductionTexts): IntroductionTexts => ({
  ...u,
  intro: 'Dit hoef je niet in te vullen. De medewerker ziet wat je hier schrijft.',
  name: 'Je naam',
});

export const queue = (u: QueueTexts): QueueTexts => ({
  ...u,
  place: (place) => u.place(place).replace('U bent', 'Je bent').replace('voor u.', 'voor je.'),
  late: 'Het duurt langer dan wij willen. Wil je liever worden teruggebeld? Je houdt je plaats in de rij.',
  asked: (day, time) => `Wij bellen je uiterlijk ${day} om ${time}. Je kunt hier ook blijven wachten.`,
});

const afterChanges: Partial<AfterTexts> = {
  rating: 'Je mening',
  remark: 'Wil je nog iets kwijt? (niet verplicht)',
  thanks: 'Bedankt voor je mening.',
  tooLate: 'Je hebt je mening eerder gegeven. Die kun je niet meer veranderen. Je hoeft niets te doen.',
  email: 'Je e-mailadres',
  emailUse: 'Wij gebruiken je adres alleen om dit gesprek te sturen.',
  mailed: 'Wij sturen het gesprek naar je e-mailadres.',
  tooMany: 'Je hebt het gesprek al een paar keer laten sturen. Kijk ook bij je ongewenste e-mail.',
};

export const after = (u: AfterTexts): AfterTexts => ({
  ...u,
  ...afterChanges,
  questions: {
    ...u.questions,
    effort: { ...u.questions.effort, ask: 'Wij maakten het je makkelijk om hulp te krijgen.' },
    solved: { ...u.questions.solved, ask: 'Is je vraag beantwoord?' },
    satisfaction: { ...u.questions.satisfaction, ask: 'Hoe tevreden ben je over dit gesprek?' },
    recommendation: {
      ...u.questions.recommendation,
      ask: 'Zou je anderen aanraden om hier hulp te vragen?',
    },
  },
});
