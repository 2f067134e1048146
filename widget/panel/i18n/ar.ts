// Everything a citizen reads, in Arabic, in the polite plural; from right to left.
import type { SiteWords } from '#protocol';
import type { AfterTexts } from '../after/i18n/nl.ts';
import type { IntroductionTexts } from '../introduction/i18n/nl.ts';
import type { TalkTexts } from '../log/i18n/nl.ts';
import type { NoticeTexts } from '../notices/i18n/nl.ts';
import type { QueueTexts } from '../queue/i18n/nl.ts';
import type { WaysTexts } from '../ways/i18n/nl.ts';
import type { CitizenWords } from './citizen-words.ts';
import type { Texts } from './nl.ts';
import { createPlural } from './plural.ts';

const plural = createPlural('ar');

/** A name, a number or an address in its own direction, so that it does not stir the sentence around it. */
const apart = (text: string): string => `\u2068${text}\u2069`;

const button: CitizenWords['button'] = {
  region: 'مساعدة',
  chat: 'تحدثوا معنا',
  failed: 'المحادثة لا تعمل الآن',
};

const offer: SiteWords['offer'] = {
  title: 'هل تحتاجون إلى مساعدة؟',
  stuck: 'هل تواجهون صعوبة هنا: \u2068{place}\u2069؟ يمكن لأحد موظفينا مساعدتكم.',
  step: 'الخطوة {index}',
  yes: 'نعم، من فضلكم',
  no: 'لا، شكرًا',
  close: 'إغلاق',
  nudge: 'تحدثوا معنا ونحن نساعدكم',
};

const panel: Texts = {
  // Western numerals: those of phone numbers and forms in the Netherlands.
  locale: 'ar-u-nu-latn',
  clock: (hours, minutes) => apart(`${hours}:${minutes}`),
  dayName: (written) => written,
  today: 'اليوم',
  yesterday: 'أمس',
  tomorrow: 'غدًا',
  panel: (organisation) => `محادثة مع ${apart(organisation)}`,
  close: 'إغلاق',
  language: 'اللغة / Language',
  log: 'المحادثة',
  emptyLog: 'اكتبوا سؤالكم في الأسفل. سيقرؤه أحد موظفينا ويساعدكم.',
  loading: 'جارٍ تحميل محادثتكم…',
  operator: 'موظف',
  box: 'رسالتكم',
  boxHint: 'مفتاح Enter يرسل رسالتكم، ومفتاحا Shift وEnter معًا يبدآن سطرًا جديدًا.',
  send: 'إرسال',
  emptyMessage: 'اكتبوا رسالتكم أولًا.',
  tooLong: (count) => `رسالتكم طويلة جدًا. اختصروها. عدد الحروف الزائدة: ${count}.`,
  sending: 'جارٍ الإرسال',
  late: 'لم تُرسل بعد – نواصل المحاولة',
  retry: 'حاولوا مرة أخرى',
  helper: (name) => `${apart(name)} يساعدكم`,
  waiting: 'سيكون معكم أحد موظفينا بعد قليل. يمكنكم كتابة سؤالكم من الآن.',
  waitingBusy: 'جميع الموظفين مشغولون الآن. قد يستغرق الأمر وقتًا أطول. يمكنكم كتابة سؤالكم من الآن.',
  busy: 'جميع الموظفين مشغولون الآن. يمكنكم طرح سؤالكم، لكن الرد قد يستغرق وقتًا أطول.',
  offline: 'لا يوجد اتصال. تبقى رسالتكم هنا وسنرسلها عند عودة الاتصال.',
  lost: (count) =>
    count > 1
      ? `رسائل منكم لم تُرسل ولم تعد موجودة هنا، وعددها: ${count}. اكتبوها مرة أخرى إذا كنتم ما زلتم تريدون ردًا.`
      : 'رسالة منكم لم تُرسل ولم تعد موجودة هنا. اكتبوها مرة أخرى إذا كنتم ما زلتم تريدون ردًا.',
  unread: (count) =>
    plural(count, {
      one: 'رد جديد واحد',
      two: 'ردان جديدان',
      few: `${count} ردود جديدة`,
      many: `${count} ردًا جديدًا`,
      other: `${count} رد جديد`,
    }),
  answered: 'هناك رد جديد في المحادثة.',
  typing: (name) => `${apart(name)} يكتب…`,
  notKept: 'متصفحكم لا يحفظ هذه المحادثة. ابقوا في هذه الصفحة حتى تنتهوا.',
  ending: 'جارٍ إنهاء المحادثة…',
  away: 'لا يوجد موظف متاح الآن.',
  awayOpens: (day, time) => `${day} من الساعة ${time} سيكون هناك موظف متاح من جديد.`,
  callUs: (phone) => `اتصلوا على ${apart(phone)}`,
  contact: 'اتصال',
  callBack: 'طلب معاودة الاتصال',
  opening: 'جارٍ التحميل…',
  notOfficial: 'ليست طلبًا رسميًا ولا بلاغًا',
  privacy: 'الخصوصية',
  newTab: 'يُفتح في نافذة جديدة',
  context: 'ماذا يرى الموظف؟',
  contextIntro: 'يرى الموظف أين أنتم في النموذج. ولا يرى ما كتبتموه فيه.',
  contextNone: 'يرى الموظف فقط ما تكتبونه هنا.',
  contextHide: 'لا تشاركوا هذا',
  contextForm: 'النموذج',
  contextStep: 'الخطوة',
  contextStepOf: (index, of) => `${index} من ${of}`,
  contextField: 'الخانة',
  contextReasons: 'لماذا نعرض المساعدة',
  contextPage: 'الصفحة',
  reasons: {
    dwell: () => 'أنتم عند السؤال نفسه منذ بعض الوقت.',
    'repeated-error': (count) => `ظهرت رسالة خطأ${times(count) || ' مرة أخرى'} عند السؤال نفسه.`,
    rework: () => 'كتبتم إجابة من جديد.',
    revisit: (count) => `عدتم إلى سؤال سابق${times(count)}.`,
    thrash: () => 'تنقلتم في الصفحة صعودًا ونزولًا.',
    'failed-submit': (count) => `لم ينجح الإرسال أو الانتقال إلى التالي${times(count)}.`,
    rage: () => 'نقرتم ولم يحدث شيء.',
    'help-seeking': () => 'بحثتم عن شرح.',
    'return-without-progress': () => 'غبتم قليلًا ثم عدتم إلى السؤال نفسه.',
    rereading: () => 'قرأتم سؤالًا مرة أخرى.',
    'label-copied': () => 'حددتم أو نسختم نصًا من الصفحة.',
    'left-empty': () => 'تركتم سؤالًا دون إجابة حتى الآن.',
    wavering: () => 'اخترتم إجابة أخرى.',
    wandering: () => 'تصفحتم الصفحة.',
  },
};

const ways: WaysTexts = {
  lookAgain: 'تحققوا مرة أخرى',
  looking: 'جارٍ التحقق…',
  stillAway: 'لا يوجد موظف متاح حتى الآن.',
  other: 'ألا تريدون الانتظار؟ اختاروا ما يناسبكم.',
  heading: 'كيف تريدون التواصل معنا؟',
  chat: 'محادثة',
  chatOpen: 'يوجد الآن موظف متاح.',
  chatBusy: 'جميع الموظفين مشغولون. قد يستغرق الأمر وقتًا أطول.',
  phoneOpen: (time) => `متاح الآن حتى ${time}.`,
  phoneClosed: 'غير متاح الآن.',
  phoneOpens: (day, time) => `غير متاح الآن. ${day} من الساعة ${time} متاح.`,
  counter: 'مكتب الاستقبال',
  mail: (address) => `البريد الإلكتروني ${address}`,
  opensTab: 'يُفتح في علامة تبويب جديدة.',
  backToChat: 'العودة إلى المحادثة',
  moreContact: 'طرق أخرى للتواصل',
  back: 'إلغاء',
  ready: 'تم',
  keepsPlace: 'تحتفظون بدوركم في الانتظار.',
  'call-back': {
    hint: 'نعاود الاتصال بكم في الوقت الذي يناسبكم.',
    intro: 'اتركوا رقم هاتفكم. سيتصل بكم أحد موظفينا.',
    submit: 'إرسال الطلب',
    doneHeading: 'سنتصل بكم',
    done: (day, time, to) => `سنتصل بكم على الرقم ${apart(to)}. في موعد أقصاه: ${day}، الساعة ${time}.`,
  },
  message: {
    open: 'ترك رسالة',
    hint: 'ستتلقون الرد عبر البريد الإلكتروني.',
    intro: 'اكتبوا سؤالكم. سيقرأ أحد موظفينا رسالتكم.',
    submit: 'إرسال الرسالة',
    doneHeading: 'أُرسلت رسالتكم',
    done: (day, time, to) =>
      to === ''
        ? 'سيقرأ أحد موظفينا رسالتكم.'
        : `سيصلكم الرد على ${apart(to)}. في موعد أقصاه: ${day}، الساعة ${time}.`,
  },
  phone: 'رقم هاتفكم',
  email: 'عنوان بريدكم الإلكتروني',
  name: 'اسمكم (اختياري)',
  subject: 'ما موضوع سؤالكم؟',
  text: 'رسالتكم',
  noAnswer: 'لا أحتاج إلى رد',
  moment: 'متى يناسبكم؟',
  soonest: (day, time) => `في أقرب وقت، قبل ${day}، الساعة ${time}`,
  anyTime: 'في أقرب وقت',
  morning: (day, time) => `${day} صباحًا، قبل الساعة ${time}`,
  afternoon: (day, time) => `${day} بعد الظهر، قبل الساعة ${time}`,
  sending: 'جارٍ الإرسال…',
  failed: 'لم ينجح ذلك. ما كتبتموه ما زال موجودًا. حاولوا مرة أخرى.',
  nothingMore: 'لا يلزمكم فعل أي شيء آخر.',
  wrong: {
    phone: `اكتبوا رقم هاتف، مثلًا ${apart('06 12345678')}.`,
    email: `اكتبوا عنوان بريد إلكتروني، مثلًا ${apart('name@example.nl')}.`,
    subject: 'اكتبوا موضوع سؤالكم في بضع كلمات.',
    text: 'اكتبوا رسالتكم أولًا.',
    moment: 'لم يعد بإمكاننا الاتصال في هذا الوقت. اختاروا وقتًا آخر.',
  },
};

const notices: NoticeTexts = {
  stillThere: (time) => `هل ما زلتم هنا؟ ستنتهي هذه المحادثة تلقائيًا الساعة ${time}.`,
  stay: 'ما زلت هنا',
  formEnds: (time) => `ينتهي الوقت المخصص لاستمارتكم في الساعة ${time}. أكملوا الاستمارة قبل ذلك أو احفظوها.`,
  formEnded:
    'على الأرجح انتهى الوقت المخصص لاستمارتكم. عودوا إلى الاستمارة وتحققوا مما إذا كان بإمكانكم المتابعة.',
  understood: 'فهمت',
  tab: 'هل ما زلتم هنا؟',
};

const talk: TalkTexts = {
  notStoring: 'لا يمكن حفظ رسالتكم الآن. نحاول مرة بعد مرة، ولا يلزمكم فعل أي شيء.',
  operatorAway: (name) => `${apart(name)} غير موجود للحظات. ستصل رسالتكم على أي حال.`,
  refused: 'المحادثة لا تعمل الآن في هذه الصفحة. حاولوا مرة أخرى أو تواصلوا معنا بطريقة أخرى.',
  elsewhere: 'هذه المحادثة مفتوحة في نوافذ كثيرة. لن تظهر لكم هنا رسائل جديدة.',
  continueHere: 'المتابعة هنا',
  jump: 'إلى أحدث رسالة',
  you: 'أنتم',
  masked: 'لقد حذفنا رقم الخدمة المدنية (BSN) أو رقم الحساب البنكي الخاص بكم. لا نحتاج إليه هنا.',
  sent: 'أُرسلت',
  read: 'قُرئت',
  failed: 'لم تُرسل',
  eventAssigned: (name) => `${apart(name)} يساعدكم الآن`,
  eventTakenOver: (name) => `يتابع ${apart(name)} المحادثة معكم. لا يلزمكم طرح سؤالكم مرة أخرى.`,
  eventReleased: 'سيتابع موظف آخر المحادثة معكم. لا يلزمكم طرح سؤالكم مرة أخرى.',
  eventLost: 'انقطع الاتصال بالموظف. سيكون معكم موظف آخر بعد قليل.',
  eventClosedByYou: 'لقد أنهيتم المحادثة',
  eventClosedByOperator: 'أنهى الموظف المحادثة',
  eventClosed: 'أُغلقت المحادثة',
  eventSilent: 'انتهت المحادثة تلقائيًا لأنكم لم تكتبوا شيئًا منذ مدة',
  ended: 'انتهت المحادثة.',
  gone: 'لم يعد من الممكن العثور على هذه المحادثة.',
  unsent: 'لم يُرسل آخر ما كتبتموه. ستجدونه عندما تبدؤون محادثة جديدة.',
  startNew: 'بدء محادثة جديدة',
  end: 'إنهاء المحادثة',
  endShort: 'إنهاء',
  endQuestion: 'هل تريدون إنهاء المحادثة؟',
  endYes: 'نعم، إنهاء',
  endNo: 'لا، متابعة',
};

const introduction: IntroductionTexts = {
  intro: 'لا يلزمكم ملء هذا. يرى الموظف ما تكتبونه هنا.',
  name: 'اسمكم',
  subject: 'الموضوع',
};

const queue: QueueTexts = {
  place(place) {
    if (place === 1) return 'سيأتي دوركم حالما يتفرغ أحد الموظفين.';
    if (place <= 10) return `ترتيبكم الآن في الدور: ${place}.`;
    return place > 100 ? 'أمامكم أكثر من 100 شخص.' : `عدد المنتظرين أمامكم حوالي ${place}.`;
  },
  within: (minutes) =>
    `يستغرق ذلك عادةً أقل من ${plural(minutes, { one: 'دقيقة واحدة', two: 'دقيقتين', few: `${minutes} دقائق`, other: `${minutes} دقيقة` })}.`,
  between: (from, to) =>
    `يستغرق ذلك عادةً من ${from} إلى ${to} ${plural(to, { few: 'دقائق', other: 'دقيقة' })}.`,
  long: 'قد يستغرق ذلك أكثر من ساعة.',
  late: 'يستغرق الأمر وقتًا أطول مما نريد. هل تفضلون أن نعاود الاتصال بكم؟ ستحتفظون بمكانكم في الدور.',
  callMe: 'عاودوا الاتصال بي',
  asked: (day, time) => `سنتصل بكم. الموعد الأقصى: ${day}، ${time}. يمكنكم أيضًا مواصلة الانتظار هنا.`,
};

const after: AfterTexts = {
  rating: 'رأيكم',
  questions: {
    effort: {
      ask: 'سهّلنا عليكم الحصول على المساعدة.',
      ends: ['لا أوافق إطلاقًا', 'أوافق تمامًا'],
    },
    solved: { ask: 'هل حصلتم على إجابة لسؤالكم؟' },
    satisfaction: { ask: 'ما مدى رضاكم عن هذه المحادثة؟', ends: ['غير راضٍ إطلاقًا', 'راضٍ جدًا'] },
    recommendation: {
      ask: 'هل تنصحون الآخرين بطلب المساعدة هنا؟',
      ends: ['لا، بالتأكيد', 'نعم، بالتأكيد'],
    },
    formDone: { ask: 'هل نجحتم في إكمال النموذج؟' },
  },
  solved: { yes: 'نعم', partly: 'جزئيًا', no: 'لا' },
  formDone: { yes: 'نعم', 'not-yet': 'ليس بعد', no: 'لا' },
  remark: 'هل تريدون إضافة شيء؟ (اختياري)',
  next: 'إرسال الإجابة',
  skip: 'تخطٍّ',
  thanks: 'شكرًا على رأيكم.',
  tooLate: 'لقد أبديتم رأيكم من قبل. لا يمكن تغييره بعد الآن. لا يلزمكم فعل أي شيء.',
  failed: 'لم ينجح ذلك. حاولوا مرة أخرى.',
  keep: 'حفظ المحادثة',
  print: 'طباعة',
  download: 'تنزيل',
  mail: 'إرسال إلى بريدي الإلكتروني',
  email: 'عنوان بريدكم الإلكتروني',
  emailWrong: `اكتبوا عنوان بريد إلكتروني، مثلًا ${apart('name@example.nl')}.`,
  emailUse: 'نستخدم عنوانكم فقط لإرسال هذه المحادثة.',
  send: 'إرسال',
  mailed: 'نرسل المحادثة إلى عنوان بريدكم الإلكتروني.',
  tooMany: 'لقد طلبتم إرسال المحادثة عدة مرات. تحققوا أيضًا من مجلد البريد غير المرغوب فيه.',
  file: 'muhadatha.txt',
};

/** " 3 مرات", or nothing when there is nothing to count. */
function times(count = 0): string {
  if (count <= 1) return '';
  return ` ${plural(count, { two: 'مرتين', few: `${count} مرات`, many: `${count} مرة`, other: `${count} مرة` })}`;
}

export const words: CitizenWords = { button, offer, panel, talk, introduction, ways, notices, queue, after };
