// The words around a copy of a conversation, in plain language. The keys of Dutch are the keys of every language.
import type { DutchForm, Language } from '#protocol';

const nl = {
  locale: 'nl-NL',
  subject: (organisation: string) => `Kopie van uw gesprek met ${organisation}`,
  asked: 'U hebt gevraagd om een kopie van uw gesprek. Hieronder staat wat er is geschreven.',
  unofficial: 'Dit gesprek is geen officiële melding of aanvraag.',
  cut: 'Het gesprek was lang. Het begin staat niet in deze kopie.',
  you: 'U',
  helps: (operator: string) => `${operator} helpt u.`,
  ended: 'Het gesprek is afgelopen.',
  stranger:
    'Hebt u niet om deze kopie gevraagd? Dan heeft iemand anders uw e-mailadres ingevuld. U hoeft niets te doen.',
  noReply: 'U kunt deze e-mail niet beantwoorden.',
  question: 'Hebt u nog een vraag?',
  call: (phone: string, hours: string | null) => `Bel ${phone}${hours === null ? '' : ` (${hours})`}.`,
  look: 'Kijk hoe u ons bereikt:',
};

type TranscriptWords = typeof nl;

const en: TranscriptWords = {
  locale: 'en-GB',
  subject: (organisation) => `Copy of your conversation with ${organisation}`,
  asked: 'You asked for a copy of your conversation. Below is what was written.',
  unofficial: 'This conversation is not an official report or application.',
  cut: 'The conversation was long. The beginning is not in this copy.',
  you: 'You',
  helps: (operator) => `${operator} is helping you.`,
  ended: 'The conversation has ended.',
  stranger:
    'Did you not ask for this copy? Then someone else entered your e-mail address. You do not need to do anything.',
  noReply: 'You cannot reply to this e-mail.',
  question: 'Do you have another question?',
  call: (phone, hours) => `Call ${phone}${hours === null ? '' : ` (${hours})`}.`,
  look: 'See how to reach us:',
};

const fy: TranscriptWords = {
  locale: 'fy-NL',
  subject: (organisation) => `Kopy fan jo petear mei ${organisation}`,
  asked: 'Jo hawwe frege om in kopy fan jo petear. Hjirûnder stiet wat der skreaun is.',
  unofficial: 'Dit petear is gjin offisjele oanfraach of melding.',
  cut: 'It petear wie lang. It begjin stiet net yn dizze kopy.',
  you: 'Jo',
  helps: (operator) => `${operator} helpt jo.`,
  ended: 'It petear is ôfrûn.',
  stranger:
    'Hawwe jo net om dizze kopy frege? Dan hat in oar jo e-mailadres ynfolle. Jo hoege neat te dwaan.',
  noReply: 'Jo kinne op dizze e-mail net antwurdzje.',
  question: 'Hawwe jo noch in fraach?',
  call: (phone, hours) => `Belje ${phone}${hours === null ? '' : ` (${hours})`}.`,
  look: 'Sjoch hoe’t jo ús berikke:',
};

const de: TranscriptWords = {
  locale: 'de-DE',
  subject: (organisation) => `Kopie Ihres Gesprächs mit ${organisation}`,
  asked: 'Sie haben um eine Kopie Ihres Gesprächs gebeten. Unten steht, was geschrieben wurde.',
  unofficial: 'Dieses Gespräch ist kein offizieller Antrag und keine offizielle Meldung.',
  cut: 'Das Gespräch war lang. Der Anfang steht nicht in dieser Kopie.',
  you: 'Sie',
  helps: (operator) => `${operator} hilft Ihnen.`,
  ended: 'Das Gespräch ist zu Ende.',
  stranger:
    'Haben Sie nicht um diese Kopie gebeten? Dann hat jemand anderes Ihre E-Mail-Adresse eingegeben. Sie müssen nichts tun.',
  noReply: 'Auf diese E-Mail können Sie nicht antworten.',
  question: 'Haben Sie noch eine Frage?',
  call: (phone, hours) => `Rufen Sie ${phone} an${hours === null ? '' : ` (${hours})`}.`,
  look: 'So erreichen Sie uns:',
};

const tr: TranscriptWords = {
  locale: 'tr-TR',
  subject: (organisation) => `Sohbetinizin kopyası: ${organisation}`,
  asked: 'Sohbetinizin bir kopyasını istediniz. Aşağıda yazılanları bulursunuz.',
  unofficial: 'Bu sohbet resmî bir başvuru veya bildirim değildir.',
  cut: 'Sohbet uzundu. Başlangıcı bu kopyada yer almıyor.',
  you: 'Siz',
  helps: (operator) => `${operator} size yardım ediyor.`,
  ended: 'Sohbet bitti.',
  stranger:
    'Bu kopyayı siz istemediniz mi? O zaman e-posta adresinizi başka biri yazmıştır. Bir şey yapmanıza gerek yok.',
  noReply: 'Bu e-postayı yanıtlayamazsınız.',
  question: 'Başka bir sorunuz var mı?',
  call: (phone, hours) => `Arayın: ${phone}${hours === null ? '' : ` (${hours})`}.`,
  look: 'Bize nasıl ulaşabilirsiniz:',
};

/** A name or a number in its own direction. */
const apart = (text: string): string => `\u2068${text}\u2069`;

const ar: TranscriptWords = {
  locale: 'ar-u-nu-latn',
  subject: (organisation) => `نسخة من محادثتكم مع ${apart(organisation)}`,
  asked: 'طلبتم نسخة من محادثتكم. تجدون أدناه ما كُتب فيها.',
  unofficial: 'هذه المحادثة ليست طلبًا رسميًا ولا بلاغًا رسميًا.',
  cut: 'كانت المحادثة طويلة. لا تتضمن هذه النسخة بدايتها.',
  you: 'أنتم',
  helps: (operator) => `${apart(operator)} يساعدكم.`,
  ended: 'انتهت المحادثة.',
  stranger: 'ألم تطلبوا هذه النسخة؟ إذن كتب شخص آخر عنوان بريدكم الإلكتروني. لا يلزمكم فعل أي شيء.',
  noReply: 'لا يمكنكم الرد على هذا البريد الإلكتروني.',
  question: 'هل لديكم سؤال آخر؟',
  call: (phone, hours) => `اتصلوا على ${apart(phone)}${hours === null ? '' : ` (${apart(hours)})`}.`,
  look: 'طرق التواصل معنا:',
};

const pl: TranscriptWords = {
  locale: 'pl-PL',
  subject: (organisation) => `Kopia rozmowy: ${organisation}`,
  asked: 'Oto kopia rozmowy, o którą Państwo prosili. Poniżej znajduje się to, co zostało napisane.',
  unofficial: 'Ta rozmowa nie jest oficjalnym wnioskiem ani zgłoszeniem.',
  cut: 'Rozmowa była długa. Jej początku nie ma w tej kopii.',
  you: 'Państwo',
  helps: (operator) => `Pomaga: ${operator}.`,
  ended: 'Rozmowa się zakończyła.',
  stranger:
    'Nie prosili Państwo o tę kopię? W takim razie ktoś inny wpisał Państwa adres e-mail. Nie trzeba nic robić.',
  noReply: 'Na ten e-mail nie można odpowiedzieć.',
  question: 'Mają Państwo jeszcze pytanie?',
  call: (phone, hours) => `Proszę zadzwonić: ${phone}${hours === null ? '' : ` (${hours})`}.`,
  look: 'Jak się z nami skontaktować:',
};

const uk: TranscriptWords = {
  locale: 'uk-UA',
  subject: (organisation) => `Копія Вашої розмови: ${organisation}`,
  asked: 'Ви попросили копію своєї розмови. Нижче – те, що було написано.',
  unofficial: 'Ця розмова не є офіційною заявою чи повідомленням.',
  cut: 'Розмова була довгою. Її початку в цій копії немає.',
  you: 'Ви',
  helps: (operator) => `Вам допомагає ${operator}.`,
  ended: 'Розмову завершено.',
  stranger:
    'Ви не просили цієї копії? Тоді Вашу електронну адресу вказав хтось інший. Вам нічого не потрібно робити.',
  noReply: 'На цей лист не можна відповісти.',
  question: 'Маєте ще запитання?',
  call: (phone, hours) => `Телефонуйте: ${phone}${hours === null ? '' : ` (${hours})`}.`,
  look: 'Як із нами зв’язатися:',
};

/** Where a site says je. */
const je: TranscriptWords = {
  ...nl,
  subject: (organisation) => `Kopie van je gesprek met ${organisation}`,
  asked: 'Je hebt gevraagd om een kopie van je gesprek. Hieronder staat wat er is geschreven.',
  you: 'Jij',
  helps: (operator) => `${operator} helpt je.`,
  stranger:
    'Heb je niet om deze kopie gevraagd? Dan heeft iemand anders je e-mailadres ingevuld. Je hoeft niets te doen.',
  noReply: 'Je kunt deze e-mail niet beantwoorden.',
  question: 'Heb je nog een vraag?',
  look: 'Kijk hoe je ons bereikt:',
};

const WORDS: Readonly<Record<Language, TranscriptWords>> = { nl, fy, en, de, tr, ar, pl, uk };

export const chooseTranscriptWords = (language: Language, dutchForm: DutchForm): TranscriptWords =>
  language === 'nl' && dutchForm === 'je' ? je : WORDS[language];
