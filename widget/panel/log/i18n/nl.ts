// What only a conversation says, in Dutch (B1, u-form): comes with its code.
import type { Texts } from '../../i18n/nl.ts';

export const nl = {
  notStoring:
    'Uw bericht kan nu even niet worden opgeslagen. Wij proberen het steeds opnieuw, u hoeft niets te doen.',
  operatorAway: (name: string) => `${name} is even weg. Uw bericht komt wel aan.`,
  refused:
    'De chat werkt nu niet op deze pagina. Probeer het opnieuw of neem op een andere manier contact op.',
  elsewhere: 'Dit gesprek staat in te veel tabbladen open. Hier ziet u geen nieuwe berichten.',
  continueHere: 'Hier verdergaan',
  jump: 'Naar het nieuwste bericht',
  you: 'U',
  masked: 'Wij hebben uw burgerservicenummer of rekeningnummer weggehaald. Dat hebben wij hier niet nodig.',
  sent: 'Verstuurd',
  read: 'Gelezen',
  failed: 'Niet verstuurd',
  eventAssigned: (name: string) => `${name} helpt u nu`,
  eventTakenOver: (name: string) =>
    `${name} neemt het gesprek over en helpt u verder. U hoeft uw vraag niet opnieuw te stellen.`,
  eventReleased: 'Een andere medewerker neemt het gesprek over. U hoeft uw vraag niet opnieuw te stellen.',
  eventLost: 'De medewerker is weggevallen. Een collega komt zo bij u.',
  eventClosedByYou: 'U hebt het gesprek beëindigd',
  eventClosedByOperator: 'De medewerker heeft het gesprek afgerond',
  eventClosed: 'Het gesprek is afgesloten',
  eventSilent: 'Het gesprek is vanzelf gestopt, omdat u een tijd niets schreef',
  ended: 'Het gesprek is afgelopen.',
  gone: 'Dit gesprek is niet meer te vinden.',
  unsent: 'Uw laatste tekst is niet verstuurd. Die staat klaar als u een nieuw gesprek begint.',
  startNew: 'Nieuw gesprek beginnen',
  end: 'Gesprek beëindigen',
  /** Part of the words above: who speaks to the page says what is on the screen. */
  endShort: 'Beëindigen',
  endQuestion: 'Wilt u het gesprek beëindigen?',
  endYes: 'Ja, beëindigen',
  endNo: 'Nee, doorgaan',
};

export type TalkTexts = typeof nl;

export type AllTexts = Texts & TalkTexts;
