// Everything a citizen reads, in Polish; without Pan and Pani, and without verbs that tell whether a citizen is a man or a woman.
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
  region: 'Pomoc',
  chat: 'Czat z nami',
  failed: 'Czat teraz nie działa',
};

const offer: SiteWords['offer'] = {
  title: 'Potrzebna pomoc?',
  stuck: 'Trudności w tym miejscu: {place}? Nasz pracownik może pomóc.',
  step: 'krok {index}',
  yes: 'Tak, poproszę',
  no: 'Nie, dziękuję',
  close: 'Zamknij',
  nudge: 'Czat z nami – chętnie pomożemy',
};

const panel: Texts = {
  locale: 'pl-PL',
  clock: (hours, minutes) => `${hours}:${minutes}`,
  dayName: (written) => written,
  today: 'Dzisiaj',
  yesterday: 'Wczoraj',
  tomorrow: 'Jutro',
  panel: (organisation) => `Czat: ${organisation}`,
  close: 'Zamknij',
  language: 'Język / Language',
  log: 'Rozmowa',
  emptyLog: 'Proszę wpisać pytanie poniżej. Pracownik przeczyta je i pomoże.',
  loading: 'Wczytujemy rozmowę…',
  operator: 'Pracownik',
  box: 'Wiadomość',
  boxHint: 'Enter wysyła wiadomość. Shift i Enter zaczynają nowy wiersz.',
  send: 'Wyślij',
  emptyMessage: 'Proszę najpierw wpisać wiadomość.',
  tooLong: (count) => `Wiadomość jest za długa. Proszę ją skrócić. Liczba znaków za dużo: ${count}.`,
  sending: 'Wysyłanie',
  late: 'Jeszcze nie wysłano – próbujemy dalej',
  retry: 'Spróbuj ponownie',
  helper: (name) => `Pomaga: ${name}`,
  waiting: 'Pracownik zaraz się odezwie. Pytanie można wpisać już teraz.',
  waitingBusy:
    'Wszyscy pracownicy prowadzą teraz rozmowy. Może to potrwać trochę dłużej. Pytanie można wpisać już teraz.',
  busy: 'Wszyscy pracownicy prowadzą teraz rozmowy. Można zadać pytanie, ale odpowiedź może potrwać trochę dłużej.',
  offline: 'Brak połączenia. Wiadomość zostanie tutaj i zostanie wysłana, gdy tylko połączenie wróci.',
  lost: (count) =>
    count > 1
      ? `Wiadomości, które nie zostały wysłane i już ich tu nie ma: ${count}. Jeśli odpowiedź jest nadal potrzebna, proszę napisać je ponownie.`
      : 'Jedna wiadomość nie została wysłana i już jej tu nie ma. Jeśli odpowiedź jest nadal potrzebna, proszę napisać ją ponownie.',
  unread: (count) => (count > 1 ? `Nowe odpowiedzi: ${count}` : '1 nowa odpowiedź'),
  answered: 'Na czacie jest nowa odpowiedź.',
  typing: (name) => `${name} pisze…`,
  notKept: 'Przeglądarka nie zapamiętuje tej rozmowy. Proszę zostać na tej stronie do końca rozmowy.',
  ending: 'Kończymy rozmowę…',
  away: 'Teraz żaden pracownik nie jest dostępny.',
  awayOpens: (day, time) => `${day} od ${time} znów ktoś będzie dostępny.`,
  callUs: (phone) => `Zadzwoń: ${phone}`,
  contact: 'Kontakt',
  callBack: 'Poproś o telefon',
  opening: 'Wczytujemy…',
  notOfficial: 'To nie jest oficjalny wniosek ani zgłoszenie',
  privacy: 'Prywatność',
  newTab: 'otwiera się w nowej karcie',
  context: 'Co widzi pracownik?',
  contextIntro: 'Pracownik widzi, które to miejsce formularza. Nie widzi tego, co w nim wpisano.',
  contextNone: 'Pracownik widzi tylko to, co zostanie napisane tutaj.',
  contextHide: 'Nie udostępniaj tego',
  contextForm: 'Formularz',
  contextStep: 'Krok',
  contextStepOf: (index, of) => `${index} z ${of}`,
  contextField: 'Pole',
  contextReasons: 'Dlaczego proponujemy pomoc',
  contextPage: 'Strona',
  reasons: {
    dwell: () => 'To samo pytanie zajmuje już dłuższą chwilę.',
    'repeated-error': (count) =>
      `Przy tym samym pytaniu${times(count) || ' znowu'} pojawił się komunikat o błędzie.`,
    rework: () => 'Odpowiedź została napisana od nowa.',
    revisit: (count) => `Powrót do wcześniejszego pytania${times(count)}.`,
    thrash: () => 'Przewijanie strony tam i z powrotem.',
    'failed-submit': (count) => `Wysłanie lub przejście dalej nie udało się${times(count)}.`,
    rage: () => 'Kliknięcie nic nie dało.',
    'help-seeking': () => 'Szukanie wyjaśnienia.',
    'return-without-progress': () => 'Krótka przerwa i powrót do tego samego pytania.',
    rereading: () => 'Ponowne czytanie pytania.',
    'label-copied': () => 'Zaznaczenie lub skopiowanie tekstu ze strony.',
    'left-empty': () => 'Pytanie pozostało na razie bez odpowiedzi.',
    wavering: () => 'Wybór innej odpowiedzi.',
    wandering: () => 'Rozglądanie się po stronie.',
  },
};

const ways: WaysTexts = {
  lookAgain: 'Sprawdź ponownie',
  looking: 'Sprawdzamy…',
  stillAway: 'Nadal żaden pracownik nie jest dostępny.',
  other: 'Nie chcą Państwo czekać? Proszę wybrać, co najbardziej odpowiada.',
  heading: 'Jaki sposób kontaktu wybrać?',
  chat: 'Czat',
  chatOpen: 'Pracownik jest teraz dostępny.',
  chatBusy: 'Wszyscy pracownicy są zajęci. To może potrwać trochę dłużej.',
  phoneOpen: (time) => `Teraz czynny, do ${time}.`,
  phoneClosed: 'Teraz nieczynny.',
  phoneOpens: (day, time) => `Teraz nieczynny. ${day} od ${time} czynny.`,
  counter: 'Okienko w urzędzie',
  mail: (address) => `E-mail ${address}`,
  opensTab: 'Otwiera się w nowej karcie.',
  backToChat: 'Wróć do czatu',
  moreContact: 'Inne sposoby kontaktu',
  back: 'Anuluj',
  ready: 'Gotowe',
  keepsPlace: 'Miejsce w kolejce zostaje zachowane.',
  'call-back': {
    hint: 'Oddzwonimy w dogodnym czasie.',
    intro: 'Proszę zostawić numer telefonu. Pracownik oddzwoni.',
    submit: 'Wyślij prośbę',
    doneHeading: 'Oddzwonimy',
    done: (day, time, to) => `Zadzwonimy pod numer ${to}. Najpóźniej: ${day}, ${time}.`,
  },
  message: {
    open: 'Zostaw wiadomość',
    hint: 'Odpowiedź przyjdzie e-mailem.',
    intro: 'Proszę wpisać pytanie. Pracownik przeczyta wiadomość.',
    submit: 'Wyślij wiadomość',
    doneHeading: 'Wiadomość wysłana',
    done: (day, time, to) =>
      to === ''
        ? 'Pracownik przeczyta wiadomość.'
        : `Odpowiedź przyjdzie na adres ${to}. Najpóźniej: ${day}, ${time}.`,
  },
  phone: 'Numer telefonu',
  email: 'Adres e-mail',
  name: 'Imię i nazwisko (nieobowiązkowo)',
  subject: 'Czego dotyczy pytanie?',
  text: 'Wiadomość',
  noAnswer: 'Nie potrzebuję odpowiedzi',
  moment: 'Kiedy możemy zadzwonić?',
  soonest: (day, time) => `Jak najszybciej, najpóźniej: ${day}, ${time}`,
  anyTime: 'Jak najszybciej',
  morning: (day, time) => `${day}, rano, najpóźniej o ${time}`,
  afternoon: (day, time) => `${day}, po południu, najpóźniej o ${time}`,
  sending: 'Wysyłanie…',
  failed: 'Nie udało się. Wpisane dane nadal tu są. Proszę spróbować ponownie.',
  nothingMore: 'Nic więcej nie trzeba robić.',
  wrong: {
    phone: 'Proszę wpisać numer telefonu, na przykład 06 12345678.',
    email: 'Proszę wpisać adres e-mail, na przykład nazwa@przyklad.nl.',
    subject: 'Proszę w kilku słowach napisać, czego dotyczy pytanie.',
    text: 'Proszę najpierw wpisać wiadomość.',
    moment: 'O tej porze nie możemy już zadzwonić. Proszę wybrać inną.',
  },
};

const notices: NoticeTexts = {
  stillThere: (time) => `Czy są Państwo jeszcze na czacie? O ${time} ta rozmowa zakończy się automatycznie.`,
  stay: 'Nadal tu jestem',
  formEnds: (time) =>
    `Czas na wypełnienie formularza kończy się o ${time}. Proszę wcześniej wrócić do formularza albo go zapisać.`,
  formEnded:
    'Czas na wypełnienie formularza prawdopodobnie minął. Proszę wrócić do formularza i sprawdzić, czy można kontynuować.',
  understood: 'Rozumiem',
  tab: 'Czy są Państwo jeszcze na czacie?',
};

const talk: TalkTexts = {
  notStoring: 'Nie możemy teraz zapisać wiadomości. Próbujemy cały czas. Nie trzeba nic robić.',
  operatorAway: (name) => `Chwilowo nieobecny pracownik: ${name}. Wiadomość i tak dotrze.`,
  refused:
    'Czat na tej stronie teraz nie działa. Proszę spróbować ponownie albo skontaktować się z nami inaczej.',
  elsewhere: 'Ta rozmowa jest otwarta w zbyt wielu kartach. Nowych wiadomości tutaj nie widać.',
  continueHere: 'Kontynuuj tutaj',
  jump: 'Do najnowszej wiadomości',
  you: 'Państwo',
  masked: 'Usunęliśmy numer BSN lub numer konta. Tutaj nie jest nam potrzebny.',
  sent: 'Wysłano',
  read: 'Przeczytano',
  failed: 'Nie wysłano',
  eventAssigned: (name) => `Teraz pomaga: ${name}`,
  eventTakenOver: (name) =>
    `Rozmowę przejmuje i pomaga dalej: ${name}. Nie trzeba zadawać pytania jeszcze raz.`,
  eventReleased: 'Rozmowę przejmuje inny pracownik. Nie trzeba zadawać pytania jeszcze raz.',
  eventLost: 'Pracownik utracił połączenie. Zaraz odezwie się ktoś inny.',
  eventClosedByYou: 'Rozmowa zakończona z Państwa strony',
  eventClosedByOperator: 'Pracownik zakończył rozmowę',
  eventClosed: 'Rozmowa została zamknięta',
  eventSilent: 'Rozmowa zakończyła się automatycznie, bo przez dłuższy czas nie było wiadomości',
  ended: 'Rozmowa się zakończyła.',
  gone: 'Tej rozmowy nie można już znaleźć.',
  unsent: 'Ostatni tekst nie został wysłany. Będzie gotowy po rozpoczęciu nowej rozmowy.',
  startNew: 'Rozpocznij nową rozmowę',
  end: 'Zakończ rozmowę',
  endShort: 'Zakończ',
  endQuestion: 'Czy zakończyć rozmowę?',
  endYes: 'Tak, zakończ',
  endNo: 'Nie, kontynuuj',
};

const introduction: IntroductionTexts = {
  intro: 'Nie trzeba tego wypełniać. Pracownik widzi, co tu Państwo napiszą.',
  name: 'Imię i nazwisko',
  subject: 'Temat',
};

const queue: QueueTexts = {
  place(place) {
    if (place === 1) return 'Państwa kolej nadejdzie, gdy tylko ktoś będzie wolny.';
    if (place <= 10) return `Państwa miejsce w kolejce: ${place}.`;
    return place > 100 ? 'Przed Państwem czeka ponad 100 osób.' : `Przed Państwem czeka około ${place} osób.`;
  },
  within: (minutes) => `Zwykle trwa to poniżej ${minutes} ${minutes > 1 ? 'minut' : 'minuty'}.`,
  between: (from, to) => `Zwykle trwa to od ${from} do ${to} minut.`,
  long: 'Może to potrwać ponad godzinę.',
  late: 'Trwa to dłużej, niż byśmy chcieli. Czy mamy do Państwa oddzwonić? Zachowają Państwo miejsce w kolejce.',
  callMe: 'Proszę oddzwonić',
  asked: (day, time) =>
    `Zadzwonimy do Państwa. Najpóźniej: ${day}, ${time}. Mogą Państwo też dalej czekać tutaj.`,
};

const after: AfterTexts = {
  rating: 'Państwa opinia',
  questions: {
    effort: {
      ask: 'U nas łatwo było uzyskać pomoc.',
      ends: ['Zupełnie się nie zgadzam', 'Całkowicie się zgadzam'],
    },
    solved: { ask: 'Czy udało się odpowiedzieć na pytanie?' },
    satisfaction: {
      ask: 'Jak oceniają Państwo tę rozmowę?',
      ends: ['Bardzo źle', 'Bardzo dobrze'],
    },
    recommendation: {
      ask: 'Czy poleciliby Państwo innym, żeby pytać tutaj o pomoc?',
      ends: ['Na pewno nie', 'Na pewno tak'],
    },
    formDone: { ask: 'Czy udało się wypełnić formularz?' },
  },
  solved: { yes: 'Tak', partly: 'Częściowo', no: 'Nie' },
  formDone: { yes: 'Tak', 'not-yet': 'Jeszcze nie', no: 'Nie' },
  remark: 'Czy chcieliby Państwo coś dodać? (nieobowiązkowo)',
  next: 'Wyślij odpowiedź',
  skip: 'Pomiń',
  thanks: 'Dziękujemy za opinię.',
  tooLate: 'Opinia została już wcześniej wysłana. Nie można jej już zmienić. Nie trzeba nic robić.',
  failed: 'Nie udało się. Proszę spróbować ponownie.',
  keep: 'Zachowaj rozmowę',
  print: 'Drukuj',
  download: 'Pobierz',
  mail: 'Wyślij na mój e-mail',
  email: 'Adres e-mail',
  emailWrong: 'Proszę wpisać adres e-mail, na przykład nazwa@przyklad.nl.',
  emailUse: 'Adresu użyjemy tylko po to, żeby wysłać tę rozmowę.',
  send: 'Wyślij',
  mailed: 'Wysyłamy rozmowę na podany adres e-mail.',
  tooMany: 'Ta rozmowa została już wysłana kilka razy. Proszę sprawdzić też folder ze spamem.',
  file: 'rozmowa.txt',
};

/** " 3 razy", or nothing when there is nothing to count. Above one it is the same word for every number. */
function times(count = 0): string {
  return count > 1 ? ` ${count} razy` : '';
}

export const words: CitizenWords = { button, offer, panel, talk, introduction, ways, notices, queue, after };
