// Everything a citizen reads, in German (Sie-form).
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
  region: 'Hilfe',
  chat: 'Chatten Sie mit uns',
  failed: 'Der Chat geht gerade nicht',
};

const offer: SiteWords['offer'] = {
  title: 'Brauchen Sie Hilfe?',
  stuck: 'Kommen Sie bei {place} nicht weiter? Wir helfen Ihnen persönlich.',
  step: 'Schritt {index}',
  yes: 'Ja, gern',
  no: 'Nein, danke',
  close: 'Schließen',
  nudge: 'Chatten Sie mit uns, wir helfen Ihnen',
};

const panel: Texts = {
  locale: 'de-DE',
  clock: (hours, minutes) => `${hours}:${minutes} Uhr`,
  dayName: (written) => written,
  today: 'Heute',
  yesterday: 'Gestern',
  tomorrow: 'Morgen',
  panel: (organisation) => `Chat mit ${organisation}`,
  close: 'Schließen',
  language: 'Sprache / Language',
  log: 'Gespräch',
  emptyLog: 'Stellen Sie unten Ihre Frage. Jemand aus unserem Team liest sie und hilft Ihnen weiter.',
  loading: 'Ihr Gespräch wird geladen…',
  operator: 'Unser Team',
  box: 'Ihre Nachricht',
  boxHint: 'Mit Enter senden Sie Ihre Nachricht. Mit Umschalt und Enter beginnen Sie eine neue Zeile.',
  send: 'Senden',
  emptyMessage: 'Schreiben Sie zuerst Ihre Nachricht.',
  tooLong: (count) => `Ihre Nachricht ist zu lang. Kürzen Sie sie um ${count} Zeichen.`,
  sending: 'Wird gesendet',
  late: 'Noch nicht gesendet – wir versuchen es weiter',
  retry: 'Noch einmal versuchen',
  helper: (name) => `${name} hilft Ihnen`,
  waiting: 'Gleich ist jemand für Sie da. Sie können Ihre Frage schon aufschreiben.',
  waitingBusy:
    'Alle sind gerade im Gespräch. Es kann etwas länger dauern. Sie können Ihre Frage schon aufschreiben.',
  busy: 'Alle sind gerade im Gespräch. Sie können Ihre Frage stellen, aber die Antwort kann etwas länger dauern.',
  offline:
    'Keine Verbindung. Ihre Nachricht bleibt hier stehen. Wir senden sie, sobald es wieder eine Verbindung gibt.',
  lost: (count) =>
    count > 1
      ? `${count} Nachrichten von Ihnen wurden nicht gesendet und stehen nicht mehr hier. Schreiben Sie sie noch einmal, wenn Sie noch eine Antwort möchten.`
      : 'Eine Nachricht von Ihnen wurde nicht gesendet und steht nicht mehr hier. Schreiben Sie sie noch einmal, wenn Sie noch eine Antwort möchten.',
  unread: (count) => (count > 1 ? `${count} neue Antworten` : '1 neue Antwort'),
  answered: 'Im Chat ist eine neue Antwort.',
  typing: (name) => `${name} schreibt…`,
  notKept: 'Ihr Browser speichert dieses Gespräch nicht. Bleiben Sie auf dieser Seite, bis Sie fertig sind.',
  ending: 'Das Gespräch wird beendet…',
  away: 'Gerade ist niemand erreichbar.',
  awayOpens: (day, time) => `${day} ab ${time} ist wieder jemand erreichbar.`,
  callUs: (phone) => `${phone} anrufen`,
  contact: 'Kontakt',
  callBack: 'Rückruf anfragen',
  opening: 'Wird geladen…',
  notOfficial: 'Kein offizieller Antrag, keine Meldung',
  privacy: 'Datenschutz',
  newTab: 'öffnet in einem neuen Tab',
  context: 'Was sieht unser Team?',
  contextIntro: 'Unser Team sieht, wo Sie gerade sind. Nicht, was Sie im Formular ausgefüllt haben.',
  contextNone: 'Unser Team sieht nur, was Sie hier schreiben.',
  contextHide: 'Das nicht teilen',
  contextForm: 'Formular',
  contextStep: 'Schritt',
  contextStepOf: (index, of) => `${index} von ${of}`,
  contextField: 'Feld',
  contextReasons: 'Warum wir Hilfe anbieten',
  contextPage: 'Seite',
  reasons: {
    dwell: () => 'Sie sind schon eine Weile bei derselben Frage.',
    'repeated-error': (count) =>
      `Bei derselben Frage erschien${times(count) || ' erneut'} eine Fehlermeldung.`,
    rework: () => 'Sie haben eine Antwort neu geschrieben.',
    revisit: (count) => `Sie sind${times(count)} zu einer früheren Frage zurückgegangen.`,
    thrash: () => 'Sie sind auf der Seite hin und her gegangen.',
    'failed-submit': (count) => `Absenden oder Weitergehen hat${times(count)} nicht geklappt.`,
    rage: () => 'Sie haben geklickt, aber es ist nichts passiert.',
    'help-seeking': () => 'Sie haben eine Erklärung gesucht.',
    'return-without-progress': () => 'Sie waren kurz weg und sind zu derselben Frage zurückgekommen.',
    rereading: () => 'Sie haben eine Frage noch einmal gelesen.',
    'label-copied': () => 'Sie haben Text auf der Seite markiert oder kopiert.',
    'left-empty': () => 'Sie haben eine Frage noch offen gelassen.',
    wavering: () => 'Sie haben eine andere Antwort gewählt.',
    wandering: () => 'Sie haben sich auf der Seite umgesehen.',
  },
};

const ways: WaysTexts = {
  lookAgain: 'Noch einmal nachsehen',
  looking: 'Wir sehen nach…',
  stillAway: 'Es ist noch niemand erreichbar.',
  other: 'Möchten Sie nicht warten? Wählen Sie, was Ihnen am besten passt.',
  heading: 'Wie möchten Sie Kontakt aufnehmen?',
  chat: 'Chatten',
  chatOpen: 'Jemand aus unserem Team ist jetzt erreichbar.',
  chatBusy: 'Alle sind gerade im Gespräch. Es kann etwas länger dauern.',
  phoneOpen: (time) => `Jetzt erreichbar, bis ${time}.`,
  phoneClosed: 'Jetzt nicht erreichbar.',
  phoneOpens: (day, time) => `Jetzt nicht erreichbar. ${day} ab ${time} wieder.`,
  counter: 'Schalter',
  mail: (address) => `E-Mail an ${address}`,
  opensTab: 'Öffnet in einem neuen Tab.',
  backToChat: 'Zurück zum Chat',
  moreContact: 'Andere Wege für Kontakt',
  back: 'Abbrechen',
  ready: 'Fertig',
  keepsPlace: 'Sie behalten inzwischen Ihren Platz in der Warteschlange.',
  'call-back': {
    hint: 'Wir rufen Sie zurück, wenn es Ihnen passt.',
    intro: 'Hinterlassen Sie Ihre Telefonnummer. Jemand aus unserem Team ruft Sie zurück.',
    submit: 'Anfrage senden',
    doneHeading: 'Wir rufen Sie zurück',
    done: (day, time, to) => `Wir rufen Sie unter ${to} an. Spätestens: ${day}, ${time}.`,
  },
  message: {
    open: 'Nachricht hinterlassen',
    hint: 'Sie bekommen Antwort per E-Mail.',
    intro: 'Schreiben Sie Ihre Frage auf. Jemand aus unserem Team liest Ihre Nachricht.',
    submit: 'Nachricht senden',
    doneHeading: 'Ihre Nachricht ist gesendet',
    done: (day, time, to) =>
      to === ''
        ? 'Jemand aus unserem Team liest Ihre Nachricht.'
        : `Sie bekommen Antwort an ${to}. Spätestens: ${day}, ${time}.`,
  },
  phone: 'Ihre Telefonnummer',
  email: 'Ihre E-Mail-Adresse',
  name: 'Ihr Name (freiwillig)',
  subject: 'Worum geht es in Ihrer Frage?',
  text: 'Ihre Nachricht',
  noAnswer: 'Ich brauche keine Antwort',
  moment: 'Wann passt es Ihnen?',
  soonest: (day, time) => `So bald wie möglich, bis ${day}, ${time}`,
  anyTime: 'So bald wie möglich',
  morning: (day, time) => `${day}, vormittags bis ${time}`,
  afternoon: (day, time) => `${day}, nachmittags bis ${time}`,
  sending: 'Wird gesendet…',
  failed:
    'Das hat nicht geklappt. Was Sie ausgefüllt haben, ist noch da. Versuchen Sie es bitte noch einmal.',
  nothingMore: 'Sie müssen nichts mehr tun.',
  wrong: {
    phone: 'Geben Sie eine Telefonnummer ein, zum Beispiel 06 12345678.',
    email: 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.nl.',
    subject: 'Schreiben Sie in wenigen Worten, worum es geht.',
    text: 'Schreiben Sie zuerst Ihre Nachricht.',
    moment: 'Zu dieser Zeit können wir nicht mehr anrufen. Wählen Sie eine andere Zeit.',
  },
};

const notices: NoticeTexts = {
  stillThere: (time) => `Sind Sie noch da? Um ${time} endet dieses Gespräch automatisch.`,
  stay: 'Ich bin noch da',
  formEnds: (time) =>
    `Die Zeit für Ihr Formular läuft um ${time} ab. Machen Sie vorher im Formular weiter oder speichern Sie es.`,
  formEnded:
    'Die Zeit für Ihr Formular ist wahrscheinlich abgelaufen. Gehen Sie zurück zum Formular und sehen Sie, ob Sie weitermachen können.',
  understood: 'Verstanden',
  tab: 'Sind Sie noch da?',
};

const talk: TalkTexts = {
  notStoring:
    'Ihre Nachricht kann gerade nicht gespeichert werden. Wir versuchen es immer wieder. Sie müssen nichts tun.',
  operatorAway: (name) => `${name} ist kurz weg. Ihre Nachricht kommt trotzdem an.`,
  refused:
    'Der Chat geht auf dieser Seite gerade nicht. Versuchen Sie es noch einmal oder nehmen Sie auf einem anderen Weg Kontakt auf.',
  elsewhere: 'Dieses Gespräch ist in zu vielen Tabs geöffnet. Hier sehen Sie keine neuen Nachrichten.',
  continueHere: 'Hier weitermachen',
  jump: 'Zur neuesten Nachricht',
  you: 'Sie',
  masked: 'Wir haben Ihre Bürgerservicenummer (BSN) oder Kontonummer entfernt. Wir brauchen sie hier nicht.',
  sent: 'Gesendet',
  read: 'Gelesen',
  failed: 'Nicht gesendet',
  eventAssigned: (name) => `${name} hilft Ihnen jetzt`,
  eventTakenOver: (name) =>
    `${name} übernimmt das Gespräch und hilft Ihnen weiter. Sie müssen Ihre Frage nicht noch einmal stellen.`,
  eventReleased: 'Jemand anderes übernimmt das Gespräch. Sie müssen Ihre Frage nicht noch einmal stellen.',
  eventLost: 'Die Verbindung zu der Person, die Ihnen half, ist weg. Gleich ist jemand anderes für Sie da.',
  eventClosedByYou: 'Sie haben das Gespräch beendet',
  eventClosedByOperator: 'Unser Team hat das Gespräch beendet',
  eventClosed: 'Das Gespräch wurde geschlossen',
  eventSilent: 'Das Gespräch wurde automatisch beendet, weil Sie eine Weile nichts geschrieben haben',
  ended: 'Das Gespräch ist zu Ende.',
  gone: 'Dieses Gespräch ist nicht mehr zu finden.',
  unsent: 'Ihr letzter Text wurde nicht gesendet. Er steht bereit, wenn Sie ein neues Gespräch beginnen.',
  startNew: 'Neues Gespräch beginnen',
  end: 'Gespräch beenden',
  endShort: 'Beenden',
  endQuestion: 'Möchten Sie das Gespräch beenden?',
  endYes: 'Ja, beenden',
  endNo: 'Nein, weitermachen',
};

const introduction: IntroductionTexts = {
  intro: 'Das müssen Sie nicht ausfüllen. Wer Ihnen hilft, sieht, was Sie hier schreiben.',
  name: 'Ihr Name',
  subject: 'Thema',
};

const queue: QueueTexts = {
  place(place) {
    if (place === 1) return 'Sie sind an der Reihe, sobald jemand frei ist.';
    if (place <= 10) return `Sie sind jetzt Nummer ${place} in der Reihe.`;
    return place > 100
      ? 'Vor Ihnen warten mehr als 100 Personen.'
      : `Vor Ihnen warten etwa ${place} Personen.`;
  },
  within: (minutes) => `Das dauert meist weniger als ${minutes} ${minutes > 1 ? 'Minuten' : 'Minute'}.`,
  between: (from, to) => `Das dauert meist ${from} bis ${to} Minuten.`,
  long: 'Das kann länger als eine Stunde dauern.',
  late: 'Es dauert länger, als wir möchten. Sollen wir Sie lieber zurückrufen? Sie behalten Ihren Platz in der Reihe.',
  callMe: 'Rufen Sie mich zurück',
  asked: (day, time) => `Wir rufen Sie an. Spätestens: ${day}, ${time}. Sie können auch hier weiter warten.`,
};

const after: AfterTexts = {
  rating: 'Ihre Meinung',
  questions: {
    effort: {
      ask: 'Wir haben es Ihnen leicht gemacht, Hilfe zu bekommen.',
      ends: ['Stimme gar nicht zu', 'Stimme voll zu'],
    },
    solved: { ask: 'Wurde Ihre Frage beantwortet?' },
    satisfaction: {
      ask: 'Wie zufrieden sind Sie mit diesem Gespräch?',
      ends: ['Sehr unzufrieden', 'Sehr zufrieden'],
    },
    recommendation: {
      ask: 'Würden Sie anderen empfehlen, hier um Hilfe zu bitten?',
      ends: ['Sicher nicht', 'Ganz sicher'],
    },
    formDone: { ask: 'Hat es mit dem Formular geklappt?' },
  },
  solved: { yes: 'Ja', partly: 'Zum Teil', no: 'Nein' },
  formDone: { yes: 'Ja', 'not-yet': 'Noch nicht', no: 'Nein' },
  remark: 'Möchten Sie noch etwas sagen? (freiwillig)',
  next: 'Antwort geben',
  skip: 'Überspringen',
  thanks: 'Vielen Dank für Ihre Meinung.',
  tooLate:
    'Sie haben Ihre Meinung schon früher gesagt. Sie lässt sich nicht mehr ändern. Sie müssen nichts tun.',
  failed: 'Das hat nicht geklappt. Versuchen Sie es noch einmal.',
  keep: 'Gespräch aufbewahren',
  print: 'Drucken',
  download: 'Herunterladen',
  mail: 'An meine E-Mail-Adresse senden',
  email: 'Ihre E-Mail-Adresse',
  emailWrong: 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.nl.',
  emailUse: 'Wir verwenden Ihre Adresse nur, um dieses Gespräch zu senden.',
  send: 'Senden',
  mailed: 'Wir senden das Gespräch an Ihre E-Mail-Adresse.',
  tooMany: 'Sie haben sich das Gespräch schon einige Male senden lassen. Sehen Sie auch im Spam-Ordner nach.',
  file: 'gespraech.txt',
};

/** " 3-mal", or nothing when there is nothing to count. */
function times(count = 0): string {
  return count > 1 ? ` ${count}-mal` : '';
}

export const words: CitizenWords = { button, offer, panel, talk, introduction, ways, notices, queue, after };
