// The words of the inspector, for the webmaster who wants to see why there is (no) offer.
import type { GateCode, ReasonCode } from '#protocol';
import type { OfferReport } from '../offer/report.ts';

export interface InspectorWords {
  title: string;
  score: string;
  threshold: string;
  status: Record<OfferReport['status'], string>;
  noReasons: string;
  noGates: string;
  reasons: string;
  gates: string;
  reason: Record<ReasonCode, string>;
  gate: Record<GateCode, string>;
}

const nl: InspectorWords = {
  title: 'Vangnet kijkt mee',
  score: 'Kans op vastlopen',
  threshold: 'aanbod vanaf',
  status: {
    quiet: 'Geen aanbod',
    held: 'Medewerker vastgehouden, aanbod komt zo',
    shown: 'Aanbod in beeld',
    accepted: 'Aanbod aangenomen',
    declined: 'Aanbod afgewezen: dit bezoek blijft het stil',
    withheld: 'Geen medewerker vrij',
    resting: 'Rust: dit bezoek komt er geen aanbod meer',
  },
  reasons: 'Waarom',
  noReasons: 'Nog niets opgevallen.',
  gates: 'Wat een aanbod nu tegenhoudt',
  noGates: 'Niets.',
  reason: {
    dwell: 'blijft lang in een veld',
    'first-error': 'foutmelding',
    'repeated-error': 'weer een fout in hetzelfde veld',
    rework: 'wist veel en begint opnieuw',
    revisit: 'gaat terug naar een veld',
    thrash: 'scrolt heen en weer',
    'failed-submit': 'verder gaan lukt niet',
    rage: 'klikt zonder dat er iets gebeurt',
    'help-seeking': 'zoekt hulp',
    'return-without-progress': 'komt terug en gaat niet verder',
    leaving: 'lijkt weg te gaan',
    rereading: 'leest een vraag opnieuw',
    'label-copied': 'kopieert of selecteert tekst van een vraag',
    hesitation: 'aarzelt bij de knop',
    'left-empty': 'laat een vraag leeg',
    wavering: 'verandert een keuze',
    wandering: 'zoekt zonder iets in te vullen',
  },
  gate: {
    typing: 'er wordt getypt',
    hidden: 'de pagina is niet in beeld',
    'just-returned': 'net terug op de pagina',
    'too-early': 'nog te kort op de pagina',
    'dialog-open': 'er staat een venster open',
    'chat-open': 'de chat is open of geweest',
    declined: 'aanbod afgewezen',
    offered: 'al een aanbod gedaan',
    submitted: 'het formulier is verstuurd',
    'one-tick': 'eerst nog een seconde afwachten',
    'no-breakpoint': 'wacht op een rustig moment',
    suppressed: 'de pagina wil geen aanbod',
    'no-operator': 'geen medewerker vrij',
  },
};

const en: InspectorWords = {
  title: 'Vangnet is watching',
  score: 'Chance of getting stuck',
  threshold: 'offer from',
  status: {
    quiet: 'No offer',
    held: 'A member of staff is held, the offer is about to come',
    shown: 'Offer on screen',
    accepted: 'Offer accepted',
    declined: 'Offer declined: quiet for this visit',
    withheld: 'Nobody is free',
    resting: 'At rest: no more offers this visit',
  },
  reasons: 'Why',
  noReasons: 'Nothing noticed yet.',
  gates: 'What holds back an offer now',
  noGates: 'Nothing.',
  reason: {
    dwell: 'stays long in a field',
    'first-error': 'error message',
    'repeated-error': 'the same field wrong again',
    rework: 'deletes much and starts over',
    revisit: 'goes back to a field',
    thrash: 'scrolls up and down',
    'failed-submit': 'cannot go on',
    rage: 'presses and nothing happens',
    'help-seeking': 'looks for help',
    'return-without-progress': 'comes back and does not go on',
    leaving: 'seems to leave',
    rereading: 'reads a question again',
    'label-copied': 'copies or selects words of a question',
    hesitation: 'hesitates at the button',
    'left-empty': 'leaves a question empty',
    wavering: 'changes a choice',
    wandering: 'searches without filling in',
  },
  gate: {
    typing: 'someone is typing',
    hidden: 'the page is not in view',
    'just-returned': 'just back on the page',
    'too-early': 'too short on the page',
    'dialog-open': 'a dialog is open',
    'chat-open': 'the chat is or was open',
    declined: 'offer declined',
    offered: 'offer made already',
    submitted: 'the form has been sent',
    'one-tick': 'one more second to be sure',
    'no-breakpoint': 'waits for a quiet moment',
    suppressed: 'the page wants no offers',
    'no-operator': 'nobody is free',
  },
};

export const WORDS = { nl, en };
