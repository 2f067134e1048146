// Everything a citizen reads, in Turkish (siz-form).
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
  region: 'Yardım',
  chat: 'Bize yazın',
  failed: 'Sohbet şu an çalışmıyor',
};

const offer: SiteWords['offer'] = {
  title: 'Yardım ister misiniz?',
  stuck: 'Burada takıldınız mı: {place}? Bir görevlimiz size yardım edebilir.',
  step: 'adım {index}',
  yes: 'Evet, lütfen',
  no: 'Hayır, teşekkürler',
  close: 'Kapat',
  nudge: 'Bize yazın, size yardım edelim',
};

const panel: Texts = {
  locale: 'tr-TR',
  clock: (hours, minutes) => `${hours}:${minutes}`,
  dayName: (written) => written,
  today: 'Bugün',
  yesterday: 'Dün',
  tomorrow: 'Yarın',
  panel: (organisation) => `${organisation} ile sohbet`,
  close: 'Kapat',
  language: 'Dil / Language',
  log: 'Sohbet',
  emptyLog: 'Sorunuzu aşağıya yazın. Bir görevli sorunuzu okuyacak ve size yardım edecek.',
  loading: 'Sohbetiniz getiriliyor…',
  operator: 'Görevli',
  box: 'Mesajınız',
  boxHint: 'Enter tuşu mesajınızı gönderir. Shift ve Enter ile yeni satıra geçersiniz.',
  send: 'Gönder',
  emptyMessage: 'Önce mesajınızı yazın.',
  tooLong: (count) => `Mesajınız çok uzun. ${count} karakter kısaltın.`,
  sending: 'Gönderiliyor',
  late: 'Henüz gönderilmedi – denemeye devam ediyoruz',
  retry: 'Tekrar dene',
  helper: (name) => `${name} size yardım ediyor`,
  waiting: 'Bir görevli birazdan sizinle olacak. Sorunuzu şimdiden yazabilirsiniz.',
  waitingBusy: 'Bütün görevliler şu an meşgul. Biraz daha uzun sürebilir. Sorunuzu şimdiden yazabilirsiniz.',
  busy: 'Bütün görevliler şu an meşgul. Sorunuzu sorabilirsiniz, ama cevap biraz daha uzun sürebilir.',
  offline: 'Bağlantı yok. Mesajınız burada kalıyor ve bağlantı gelince gönderilecek.',
  lost: (count) =>
    count > 1
      ? `${count} mesajınız gönderilmedi ve artık burada değil. Hâlâ cevap istiyorsanız bunları yeniden yazın.`
      : 'Bir mesajınız gönderilmedi ve artık burada değil. Hâlâ cevap istiyorsanız onu yeniden yazın.',
  unread: (count) => `${count} yeni cevap`,
  answered: 'Sohbette yeni bir cevap var.',
  typing: (name) => `${name} yazıyor…`,
  notKept: 'Tarayıcınız bu sohbeti saklamıyor. İşiniz bitene kadar bu sayfada kalın.',
  ending: 'Sohbet bitiriliyor…',
  away: 'Şu an ulaşılabilecek bir görevli yok.',
  awayOpens: (day, time) => `Yeniden ulaşabileceğiniz zaman: ${lowerFirst(day)}, saat ${time}.`,
  callUs: (phone) => `Arayın: ${phone}`,
  contact: 'İletişim',
  callBack: 'Sizi arayalım',
  opening: 'Yükleniyor…',
  notOfficial: 'Resmî başvuru veya bildirim değildir',
  privacy: 'Gizlilik',
  newTab: 'yeni sekmede açılır',
  context: 'Görevli ne görüyor?',
  contextIntro: 'Görevli, nerede olduğunuzu görür. Forma ne yazdığınızı görmez.',
  contextNone: 'Görevli sadece buraya yazdıklarınızı görür.',
  contextHide: 'Bunu paylaşma',
  contextForm: 'Form',
  contextStep: 'Adım',
  contextStepOf: (index, of) => `${index} / ${of}`,
  contextField: 'Alan',
  contextReasons: 'Neden yardım öneriyoruz',
  contextPage: 'Sayfa',
  reasons: {
    dwell: () => 'Bir süredir aynı sorudasınız.',
    'repeated-error': (count) => `Aynı soruda${times(count) || ' yine'} hata mesajı çıktı.`,
    rework: () => 'Bir cevabı yeniden yazdınız.',
    revisit: (count) => `Önceki bir soruya${times(count)} geri döndünüz.`,
    thrash: () => 'Sayfada aşağı yukarı gidip geldiniz.',
    'failed-submit': (count) => `Göndermek veya devam etmek${times(count)} mümkün olmadı.`,
    rage: () => 'Tıkladınız, ama bir şey olmadı.',
    'help-seeking': () => 'Açıklama aradınız.',
    'return-without-progress': () => 'Kısa bir süre ayrıldınız ve aynı soruya geri döndünüz.',
    rereading: () => 'Bir soruyu tekrar okudunuz.',
    'label-copied': () => 'Sayfadan metin seçtiniz veya kopyaladınız.',
    'left-empty': () => 'Bir soruyu şimdilik boş bıraktınız.',
    wavering: () => 'Başka bir cevap seçtiniz.',
    wandering: () => 'Sayfada dolaştınız.',
  },
};

const ways: WaysTexts = {
  lookAgain: 'Tekrar bak',
  looking: 'Bakıyoruz…',
  stillAway: 'Hâlâ ulaşılabilecek bir görevli yok.',
  other: 'Beklemek istemiyor musunuz? Size en uygun olanı seçin.',
  heading: 'Bize nasıl ulaşmak istersiniz?',
  chat: 'Sohbet',
  chatOpen: 'Şu anda bir görevliye ulaşabilirsiniz.',
  chatBusy: 'Bütün görevliler görüşmede. Biraz daha uzun sürebilir.',
  phoneOpen: (time) => `Şu an ulaşılabilir. Kapanış: ${time}.`,
  phoneClosed: 'Şu an ulaşılamıyor.',
  phoneOpens: (day, time) => `Şu an ulaşılamıyor. Açılış: ${day}, ${time}.`,
  counter: 'Danışma masası',
  mail: (address) => `E-posta: ${address}`,
  opensTab: 'Yeni sekmede açılır.',
  backToChat: 'Sohbete dön',
  moreContact: 'Bize ulaşmanın diğer yolları',
  back: 'Vazgeç',
  ready: 'Tamam',
  keepsPlace: 'Bu sırada sıradaki yerinizi kaybetmezsiniz.',
  'call-back': {
    hint: 'Size uygun olan zamanda sizi ararız.',
    intro: 'Telefon numaranızı bırakın. Bir görevli sizi arayacak.',
    submit: 'İsteği gönder',
    doneHeading: 'Sizi arayacağız',
    done: (day, time, to) => `Sizi arayacağımız numara: ${to}. En geç: ${day}, saat ${time}.`,
  },
  message: {
    open: 'Mesaj bırak',
    hint: 'Cevabı e-posta ile alırsınız.',
    intro: 'Sorunuzu yazın. Bir görevli mesajınızı okuyacak.',
    submit: 'Mesajı gönder',
    doneHeading: 'Mesajınız gönderildi',
    done: (day, time, to) =>
      to === ''
        ? 'Bir görevli mesajınızı okuyacak.'
        : `Cevap şu adrese gelecek: ${to}. En geç: ${day}, saat ${time}.`,
  },
  phone: 'Telefon numaranız',
  email: 'E-posta adresiniz',
  name: 'Adınız (zorunlu değil)',
  subject: 'Sorunuz hangi konuda?',
  text: 'Mesajınız',
  noAnswer: 'Cevap istemiyorum',
  moment: 'Sizin için ne zaman uygun?',
  soonest: (day, time) => `En kısa zamanda, en geç ${day} ${time}`,
  anyTime: 'En kısa zamanda',
  morning: (day, time) => `${day}, öğleden önce, en geç ${time}`,
  afternoon: (day, time) => `${day}, öğleden sonra, en geç ${time}`,
  sending: 'Gönderiliyor…',
  failed: 'Bu işlem olmadı. Yazdıklarınız hâlâ duruyor. Lütfen tekrar deneyin.',
  nothingMore: 'Başka bir şey yapmanıza gerek yok.',
  wrong: {
    phone: 'Bir telefon numarası yazın, örneğin 06 12345678.',
    email: 'Bir e-posta adresi yazın, örneğin ad@ornek.nl.',
    subject: 'Sorunuzun konusunu birkaç kelimeyle yazın.',
    text: 'Önce mesajınızı yazın.',
    moment: 'O saatte artık arayamıyoruz. Başka bir zaman seçin.',
  },
};

const notices: NoticeTexts = {
  stillThere: (time) => `Hâlâ orada mısınız? Bu sohbetin kendiliğinden biteceği saat: ${time}.`,
  stay: 'Hâlâ buradayım',
  formEnds: (time) =>
    `Formunuzun süresi saat ${time} itibarıyla doluyor. Bundan önce forma devam edin veya formu kaydedin.`,
  formEnded: 'Formunuzun süresi büyük olasılıkla doldu. Forma dönün ve devam edip edemediğinize bakın.',
  understood: 'Anladım',
  tab: 'Hâlâ orada mısınız?',
};

const talk: TalkTexts = {
  notStoring: 'Mesajınız şu an kaydedilemiyor. Tekrar tekrar deniyoruz. Bir şey yapmanıza gerek yok.',
  operatorAway: (name) => `${name} kısa bir süre burada değil. Mesajınız yine de ulaşacak.`,
  refused: 'Sohbet şu an bu sayfada çalışmıyor. Tekrar deneyin veya bize başka bir yoldan ulaşın.',
  elsewhere: 'Bu sohbet çok fazla sekmede açık. Burada yeni mesajları göremezsiniz.',
  continueHere: 'Burada devam et',
  jump: 'En yeni mesaja git',
  you: 'Siz',
  masked: 'Vatandaş numaranızı (BSN) veya hesap numaranızı sildik. Burada buna ihtiyacımız yok.',
  sent: 'Gönderildi',
  read: 'Okundu',
  failed: 'Gönderilmedi',
  eventAssigned: (name) => `${name} şimdi size yardım ediyor`,
  eventTakenOver: (name) =>
    `${name} sohbeti devraldı ve size yardım edecek. Sorunuzu tekrar sormanıza gerek yok.`,
  eventReleased: 'Sohbeti başka bir görevli devralıyor. Sorunuzu tekrar sormanıza gerek yok.',
  eventLost: 'Görevliyle bağlantı koptu. Birazdan başka bir görevli sizinle olacak.',
  eventClosedByYou: 'Sohbeti siz bitirdiniz',
  eventClosedByOperator: 'Görevli sohbeti bitirdi',
  eventClosed: 'Sohbet kapatıldı',
  eventSilent: 'Bir süre yazmadığınız için sohbet kendiliğinden bitti',
  ended: 'Sohbet bitti.',
  gone: 'Bu sohbet artık bulunamıyor.',
  unsent: 'Son yazdığınız metin gönderilmedi. Yeni bir sohbet başlattığınızda hazır olacak.',
  startNew: 'Yeni sohbet başlat',
  end: 'Sohbeti bitir',
  endShort: 'Bitir',
  endQuestion: 'Sohbeti bitirmek istiyor musunuz?',
  endYes: 'Evet, bitir',
  endNo: 'Hayır, devam et',
};

const introduction: IntroductionTexts = {
  intro: 'Bunu doldurmak zorunda değilsiniz. Görevli burada yazdıklarınızı görür.',
  name: 'Adınız',
  subject: 'Konu',
};

const queue: QueueTexts = {
  place(place) {
    if (place === 1) return 'Bir çalışan boşalınca sıra sizde.';
    if (place <= 10) return `Şu anda sırada ${place} numarasınız.`;
    return place > 100 ? 'Önünüzde 100 kişiden fazla var.' : `Önünüzde yaklaşık ${place} kişi var.`;
  },
  within: (minutes) => `Bu genellikle ${minutes} dakikadan az sürer.`,
  between: (from, to) => `Bu genellikle ${from} ile ${to} dakika arasında sürer.`,
  long: 'Bu bir saatten uzun sürebilir.',
  late: 'İstediğimizden uzun sürüyor. Sizi geri aramamızı ister misiniz? Sıradaki yerinizi kaybetmezsiniz.',
  callMe: 'Beni geri arayın',
  asked: (day, time) => `Sizi arayacağız. En geç: ${day}, ${time}. Burada beklemeye de devam edebilirsiniz.`,
};

const after: AfterTexts = {
  rating: 'Görüşünüz',
  questions: {
    effort: {
      ask: 'Yardım almanızı kolaylaştırdık.',
      ends: ['Hiç katılmıyorum', 'Tamamen katılıyorum'],
    },
    solved: { ask: 'Sorunuz cevaplandı mı?' },
    satisfaction: {
      ask: 'Bu sohbetten ne kadar memnunsunuz?',
      ends: ['Hiç memnun değilim', 'Çok memnunum'],
    },
    recommendation: {
      ask: 'Başkalarına buradan yardım istemeyi tavsiye eder misiniz?',
      ends: ['Kesinlikle hayır', 'Kesinlikle evet'],
    },
    formDone: { ask: 'Formu tamamlayabildiniz mi?' },
  },
  solved: { yes: 'Evet', partly: 'Kısmen', no: 'Hayır' },
  formDone: { yes: 'Evet', 'not-yet': 'Henüz değil', no: 'Hayır' },
  remark: 'Eklemek istediğiniz bir şey var mı? (zorunlu değil)',
  next: 'Cevap ver',
  skip: 'Geç',
  thanks: 'Görüşünüz için teşekkür ederiz.',
  tooLate: 'Görüşünüzü daha önce bildirdiniz. Artık değiştirilemez. Bir şey yapmanız gerekmez.',
  failed: 'Bu işlem olmadı. Tekrar deneyin.',
  keep: 'Sohbeti sakla',
  print: 'Yazdır',
  download: 'İndir',
  mail: 'E-postama gönder',
  email: 'E-posta adresiniz',
  emailWrong: 'Bir e-posta adresi yazın, örneğin ad@ornek.nl.',
  emailUse: 'Adresinizi sadece bu sohbeti göndermek için kullanırız.',
  send: 'Gönder',
  mailed: 'Sohbeti e-posta adresinize gönderiyoruz.',
  tooMany: 'Sohbeti zaten birkaç kez gönderttiniz. İstenmeyen e-posta (spam) klasörünüze de bakın.',
  file: 'sohbet.txt',
};

/** " 3 kez", or nothing when there is nothing to count. */
function times(count = 0): string {
  return count > 1 ? ` ${count} kez` : '';
}

/** In the middle of the sentence; the names of days keep their capital, and begin with a number. */
function lowerFirst(day: string): string {
  return day.charAt(0).toLocaleLowerCase('tr') + day.slice(1);
}

export const words: CitizenWords = { button, offer, panel, talk, introduction, ways, notices, queue, after };
