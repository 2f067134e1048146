// Everything a citizen reads, in Frisian (jo-form).
import type { SiteWords } from '#protocol';
import type { AfterTexts } from '../after/i18n/nl.ts';
import type { IntroductionTexts } from '../introduction/i18n/nl.ts';
import type { TalkTexts } from '../log/i18n/nl.ts';
import type { NoticeTexts } from '../notices/i18n/nl.ts';
import type { QueueTexts } from '../queue/i18n/nl.ts';
import type { WaysTexts } from '../ways/i18n/nl.ts';
import type { CitizenWords } from './citizen-words.ts';
import type { Texts } from './nl.ts';

const button: CitizenWords['button'] = {
  region: 'Help',
  chat: 'Chat mei ús',
  failed: 'Chatte slagget no net',
};

const offer: SiteWords['offer'] = {
  title: 'Help nedich?',
  stuck: 'Rinne jo fêst by {place}? In meiwurker kin jo helpe.',
  step: 'stap {index}',
  yes: 'Ja, graach',
  no: 'Nee, tankewol',
  close: 'Slute',
  nudge: 'Chat mei ús, wy helpe jo',
};

/** Not every browser knows Frisian days and months. All of them know the Dutch ones. */
const DAY_WORDS: Readonly<Record<string, string>> = {
  maandag: 'moandei',
  dinsdag: 'tiisdei',
  woensdag: 'woansdei',
  donderdag: 'tongersdei',
  vrijdag: 'freed',
  zaterdag: 'sneon',
  zondag: 'snein',
  januari: 'jannewaris',
  februari: 'febrewaris',
  maart: 'maart',
  april: 'april',
  mei: 'maaie',
  juni: 'juny',
  juli: 'july',
  augustus: 'augustus',
  september: 'septimber',
  oktober: 'oktober',
  november: 'novimber',
  december: 'desimber',
};

const panel: Texts = {
  locale: 'nl-NL',
  clock: (hours, minutes) => `${hours}.${minutes} oere`,
  dayName: (written) => written.replace(/\p{L}+/gu, (word) => DAY_WORDS[word] ?? word),
  today: 'Hjoed',
  yesterday: 'Juster',
  tomorrow: 'Moarn',
  panel: (organisation) => `Chat mei ${organisation}`,
  close: 'Slute',
  language: 'Taal / Language',
  log: 'Petear',
  emptyLog: 'Stel hjirûnder jo fraach. In meiwurker lêst mei en helpt jo fierder.',
  loading: 'Jo petear wurdt ophelle…',
  operator: 'Meiwurker',
  box: 'Jo berjocht',
  boxHint: 'Mei Enter ferstjoere jo jo berjocht, mei Shift en Enter begjinne jo in nije rigel.',
  send: 'Ferstjoere',
  emptyMessage: 'Skriuw earst jo berjocht.',
  tooLong: (count) => `Jo berjocht is te lang. Meitsje it ${count} tekens koarter.`,
  sending: 'Wurdt ferstjoerd',
  late: 'Noch net ferstjoerd – wy bliuwe it besykjen',
  retry: 'Opnij besykje',
  helper: (name) => `${name} helpt jo`,
  waiting: 'In meiwurker komt sa by jo. Jo kinne alfêst jo fraach opskriuwe.',
  waitingBusy:
    'Alle meiwurkers binne yn petear. It kin wat langer duorje. Jo kinne alfêst jo fraach opskriuwe.',
  busy: 'Alle meiwurkers binne yn petear. Jo kinne jo fraach stelle, mar it antwurd kin wat langer duorje.',
  offline: 'Gjin ferbining. Jo berjocht bliuwt hjir stean en giet fuort sadree’t der wer ferbining is.',
  lost: (count) =>
    count > 1
      ? `${count} berjochten fan jo binne net ferstjoerd en steane hjir net mear. Skriuw se opnij as jo noch antwurd wolle.`
      : 'In berjocht fan jo is net ferstjoerd en stiet hjir net mear. Skriuw it opnij as jo noch antwurd wolle.',
  unread: (count) => (count > 1 ? `${count} nije antwurden` : '1 nij antwurd'),
  answered: 'Der is in nij antwurd yn de chat.',
  typing: (name) => `${name} skriuwt…`,
  notKept: 'Jo browser bewarret dit petear net. Bliuw op dizze side oant jo klear binne.',
  ending: 'It petear wurdt beëinige…',
  away: 'Der is no gjin meiwurker te berikken.',
  awayOpens: (day, time) => `${day} fan ${time} ôf is der wer in meiwurker.`,
  callUs: (phone) => `Belje ${phone}`,
  contact: 'Kontakt',
  callBack: 'Werombelfersyk',
  opening: 'Wurdt ophelle…',
  notOfficial: 'Gjin offisjele oanfraach of melding',
  privacy: 'Privacy',
  newTab: 'giet iepen yn in nij ljepblêd',
  context: 'Wat sjocht de meiwurker?',
  contextIntro: 'De meiwurker sjocht wêr’t jo binne. Net wat jo yn it formulier ynfolle hawwe.',
  contextNone: 'De meiwurker sjocht allinnich wat jo hjir skriuwe.',
  contextHide: 'Diel dit net',
  contextForm: 'Formulier',
  contextStep: 'Stap',
  contextStepOf: (index, of) => `${index} fan ${of}`,
  contextField: 'Fjild',
  contextReasons: 'Wêrom’t wy help oanbiede',
  contextPage: 'Side',
  reasons: {
    dwell: () => 'Jo binne al in skoft dwaande mei deselde fraach.',
    'repeated-error': (count) =>
      `Der ferskynde${times(count) || ' opnij'} in flatermelding by deselde fraach.`,
    rework: () => 'Jo skreaunen in antwurd opnij.',
    revisit: (count) => `Jo giene${times(count)} werom nei in eardere fraach.`,
    thrash: () => 'Jo giene hinne en wer oer de side.',
    'failed-submit': (count) => `Ferstjoere of fierdergean slagge${times(count)} net.`,
    rage: () => 'Jo klikten, mar der barde neat.',
    'help-seeking': () => 'Jo sochten útlis.',
    'return-without-progress': () => 'Jo wiene efkes fuort en kamen werom by deselde fraach.',
    rereading: () => 'Jo liezen in fraach nochris.',
    'label-copied': () => 'Jo selektearren of kopiearren tekst fan de side.',
    'left-empty': () => 'Jo lieten in fraach noch iepen.',
    wavering: () => 'Jo keazen in oar antwurd.',
    wandering: () => 'Jo seagen rûn op de side.',
  },
};

const ways: WaysTexts = {
  lookAgain: 'Opnij sjen',
  looking: 'Efkes sjen…',
  stillAway: 'Der is noch gjin meiwurker te berikken.',
  other: 'Wolle jo net wachtsje? Kies wat jo it bêste útkomt.',
  heading: 'Hoe wolle jo kontakt?',
  chat: 'Chatte',
  chatOpen: 'Der is no in meiwurker berikber.',
  chatBusy: 'Alle meiwurkers binne yn petear. It kin wat langer duorje.',
  phoneOpen: (time) => `No berikber, oant ${time}.`,
  phoneClosed: 'No net berikber.',
  phoneOpens: (day, time) => `No net berikber. ${day} fan ${time} ôf wol.`,
  counter: 'Baly',
  mail: (address) => `E-mail nei ${address}`,
  opensTab: 'Giet iepen yn in nij ljepblêd.',
  backToChat: 'Werom nei de chat',
  moreContact: 'Oare manieren foar kontakt',
  back: 'Annulearje',
  ready: 'Klear',
  keepsPlace: 'Jo hâlde ûnderwilens jo plak yn de wachtrige.',
  'call-back': {
    hint: 'Wy belje jo werom as it jo útkomt.',
    intro: 'Lit jo telefoannûmer efter. In meiwurker bellet jo werom.',
    submit: 'Fersyk ferstjoere',
    doneHeading: 'Wy belje jo werom',
    done: (day, time, to) => `Wy belje jo uterlik ${day} om ${time} op ${to}.`,
  },
  message: {
    open: 'Berjocht efterlitte',
    hint: 'Jo krije antwurd fia e-mail.',
    intro: 'Skriuw jo fraach op. In meiwurker lêst jo berjocht.',
    submit: 'Berjocht ferstjoere',
    doneHeading: 'Jo berjocht is ferstjoerd',
    done: (day, time, to) =>
      to === '' ? 'In meiwurker lêst jo berjocht.' : `Jo krije uterlik ${day} om ${time} antwurd op ${to}.`,
  },
  phone: 'Jo telefoannûmer',
  email: 'Jo e-mailadres',
  name: 'Jo namme (net ferplichte)',
  subject: 'Wêr giet jo fraach oer?',
  text: 'Jo berjocht',
  noAnswer: 'Ik hoech gjin antwurd',
  moment: 'Wannear komt it jo út?',
  soonest: (day, time) => `Sa gau mooglik, foar ${day} ${time}`,
  anyTime: 'Sa gau mooglik',
  morning: (day, time) => `${day} moarns, foar ${time}`,
  afternoon: (day, time) => `${day} middeis, foar ${time}`,
  sending: 'Wurdt ferstjoerd…',
  failed: 'Dat is net slagge. Wat jo ynfolle hawwe, stiet der noch. Besykje it opnij.',
  nothingMore: 'Jo hoege neat mear te dwaan.',
  wrong: {
    phone: 'Folje in telefoannûmer yn, bygelyks 06 12345678.',
    email: 'Folje in e-mailadres yn, bygelyks namme@foarbyld.nl.',
    subject: 'Skriuw yn in pear wurden wêr’t jo fraach oer giet.',
    text: 'Skriuw earst jo berjocht.',
    moment: 'Op dat momint kinne wy net mear belje. Kies in oar momint.',
  },
};

const notices: NoticeTexts = {
  stillThere: (time) => `Binne jo der noch? Om ${time} stoppet dit petear fansels.`,
  stay: 'Ik bin der noch',
  formEnds: (time) =>
    `De tiid foar jo formulier rint om ${time} ôf. Gean foar dy tiid fierder yn it formulier, of bewarje it.`,
  formEnded:
    'De tiid foar jo formulier is wierskynlik om. Gean werom nei it formulier en sjoch oft jo fierder kinne.',
  understood: 'Begrepen',
  tab: 'Binne jo der noch?',
};

const talk: TalkTexts = {
  notStoring:
    'Jo berjocht kin no efkes net bewarre wurde. Wy besykje it hieltyd opnij, jo hoege neat te dwaan.',
  operatorAway: (name) => `${name} is efkes fuort. Jo berjocht komt wol oan.`,
  refused:
    'De chat wurket no net op dizze side. Besykje it opnij of nim op in oare manier kontakt mei ús op.',
  elsewhere: 'Dit petear stiet yn te folle ljepblêden iepen. Hjir sjogge jo gjin nije berjochten.',
  continueHere: 'Hjir fierdergean',
  jump: 'Nei it nijste berjocht',
  you: 'Jo',
  masked: 'Wy hawwe jo boargerservicenûmer (BSN) of rekkennûmer weihelle. Dat hawwe wy hjir net nedich.',
  sent: 'Ferstjoerd',
  read: 'Lêzen',
  failed: 'Net ferstjoerd',
  eventAssigned: (name) => `${name} helpt jo no`,
  eventTakenOver: (name) =>
    `${name} nimt it petear oer en helpt jo fierder. Jo hoege jo fraach net opnij te stellen.`,
  eventReleased: 'In oare meiwurker nimt it petear oer. Jo hoege jo fraach net opnij te stellen.',
  eventLost: 'De meiwurker is weifallen. In kollega komt sa by jo.',
  eventClosedByYou: 'Jo hawwe it petear beëinige',
  eventClosedByOperator: 'De meiwurker hat it petear ôfrûne',
  eventClosed: 'It petear is ôfsluten',
  eventSilent: 'It petear is fansels stoppe, omdat jo in skoft neat skreaunen',
  ended: 'It petear is ôfrûn.',
  gone: 'Dit petear is net mear te finen.',
  unsent: 'Jo lêste tekst is net ferstjoerd. Dy stiet klear as jo in nij petear begjinne.',
  startNew: 'Nij petear begjinne',
  end: 'Petear beëinigje',
  endShort: 'Beëinigje',
  endQuestion: 'Wolle jo it petear beëinigje?',
  endYes: 'Ja, beëinigje',
  endNo: 'Nee, trochgean',
};

const introduction: IntroductionTexts = {
  intro: 'Dit hoege jo net yn te foljen. De meiwurker sjocht wat jo hjir skriuwe.',
  name: 'Jo namme',
  subject: 'Underwerp',
};

const queue: QueueTexts = {
  place(place) {
    if (place === 1) return 'Jo binne oan bar sa gau as in meiwurker frij is.';
    if (place <= 10) return `Jo binne no nûmer ${place} yn de rige.`;
    return place > 100
      ? 'Der binne mear as 100 minsken foar jo.'
      : `Der binne sawat ${place} minsken foar jo.`;
  },
  within: (minutes) => `Dat duorret meastal minder as ${minutes} ${minutes > 1 ? 'minuten' : 'minút'}.`,
  between: (from, to) => `Dat duorret meastal ${from} oant ${to} minuten.`,
  long: 'Dat kin langer as in oere duorje.',
  late: 'It duorret langer as wy wolle. Wolle jo leaver werombelle wurde? Jo hâlde jo plak yn de rige.',
  callMe: 'Belje my werom',
  asked: (day, time) => `Wy belje jo. Op syn lêst: ${day}, ${time}. Jo kinne hjir ek wachtsjen bliuwe.`,
};

const after: AfterTexts = {
  rating: 'Jo miening',
  questions: {
    effort: {
      ask: 'Wy makken it jo maklik om help te krijen.',
      ends: ['Hielendal net mei iens', 'Hielendal mei iens'],
    },
    solved: { ask: 'Is jo fraach beantwurde?' },
    satisfaction: {
      ask: 'Hoe tefreden binne jo oer dit petear?',
      ends: ['Tige ûntefreden', 'Tige tefreden'],
    },
    recommendation: {
      ask: 'Soene jo oaren oanriede om hjir help te freegjen?',
      ends: ['Wis net', 'Wis wol'],
    },
    formDone: { ask: 'Is it slagge mei it formulier?' },
  },
  solved: { yes: 'Ja', partly: 'Foar in part', no: 'Nee' },
  formDone: { yes: 'Ja', 'not-yet': 'Noch net', no: 'Nee' },
  remark: 'Wolle jo noch wat kwyt? (net ferplichte)',
  next: 'Antwurd jaan',
  skip: 'Oerslaan',
  thanks: 'Tank foar jo miening.',
  tooLate: 'Jo hawwe jo miening earder jûn. Dy kinne jo net mear feroarje. Jo hoege neat te dwaan.',
  failed: 'Dat is net slagge. Besykje it opnij.',
  keep: 'Petear bewarje',
  print: 'Ofdrukke',
  download: 'Downloade',
  mail: 'Nei myn e-mail stjoere',
  email: 'Jo e-mailadres',
  emailWrong: 'Folje in e-mailadres yn, bygelyks namme@foarbyld.nl.',
  emailUse: 'Wy brûke jo adres allinnich om dit petear te stjoeren.',
  send: 'Ferstjoere',
  mailed: 'Wy stjoere it petear nei jo e-mailadres.',
  tooMany: 'Jo hawwe it petear al in pear kear stjoere litten. Sjoch ek by jo net-winske e-mail (spam).',
  file: 'petear.txt',
};

/** " 3 kear", or nothing when there is nothing to count. */
function times(count = 0): string {
  return count > 1 ? ` ${count} kear` : '';
}

export const words: CitizenWords = { button, offer, panel, talk, introduction, ways, notices, queue, after };
