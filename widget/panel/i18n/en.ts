// Everything a citizen reads, in English.
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
  chat: 'Chat with us',
  failed: 'Chat is not available',
};

const offer: SiteWords['offer'] = {
  title: 'Need help?',
  stuck: 'Are you stuck at {place}? One of our staff can help you.',
  step: 'step {index}',
  yes: 'Yes, please',
  no: 'No, thank you',
  close: 'Close',
  nudge: 'Chat with us, we can help',
};

const panel: Texts = {
  locale: 'en-GB',
  clock: (hours, minutes) => `${hours}:${minutes}`,
  dayName: (written) => written,
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
  panel: (organisation) => `Chat with ${organisation}`,
  close: 'Close',
  language: 'Language',
  log: 'Conversation',
  emptyLog: 'Ask your question below. A member of staff will read it and help you.',
  loading: 'Getting your conversation…',
  operator: 'Staff',
  box: 'Your message',
  boxHint: 'Enter sends your message, Shift and Enter starts a new line.',
  send: 'Send',
  emptyMessage: 'Write your message first.',
  tooLong: (count) => `Your message is too long. Make it ${count} characters shorter.`,
  sending: 'Sending',
  late: 'Not sent yet – we keep trying',
  retry: 'Try again',
  helper: (name) => `${name} is helping you`,
  waiting: 'Someone will be with you shortly. You can already write down your question.',
  waitingBusy:
    'Everyone is helping someone else. It may take longer. You can already write down your question.',
  busy: 'Everyone is helping someone else. You can ask your question, but the answer may take longer.',
  offline: 'No connection. Your message stays here and goes out as soon as there is a connection.',
  lost: (count) =>
    count > 1
      ? `${count} messages of yours were not sent and are no longer here. Write them again if you still want an answer.`
      : 'A message of yours was not sent and is no longer here. Write it again if you still want an answer.',
  unread: (count) => (count > 1 ? `${count} new answers` : '1 new answer'),
  answered: 'There is a new answer in the chat.',
  typing: (name) => `${name} is writing…`,
  notKept: 'Your browser does not keep this conversation. Stay on this page until you are done.',
  ending: 'The conversation is being ended…',
  away: 'There is nobody available now.',
  awayOpens: (day, time) => `${day} from ${time} someone is available again.`,
  callUs: (phone) => `Call ${phone}`,
  contact: 'Contact',
  callBack: 'Request a call back',
  opening: 'Loading…',
  notOfficial: 'Not an official application or report',
  privacy: 'Privacy',
  newTab: 'opens in a new tab',
  context: 'What can the staff see?',
  contextIntro: 'The staff can see where you are. Not what you entered in the form.',
  contextNone: 'The staff can only see what you write here.',
  contextHide: 'Do not share this',
  contextForm: 'Form',
  contextStep: 'Step',
  contextStepOf: (index, of) => `${index} of ${of}`,
  contextField: 'Field',
  contextReasons: 'Why we offer help',
  contextPage: 'Page',
  reasons: {
    dwell: () => 'You have been at the same question for a while.',
    'repeated-error': (count) =>
      `There was an error message at the same question${times(count) || ' again'}.`,
    rework: () => 'You wrote an answer again.',
    revisit: (count) => `You went back to an earlier question${times(count)}.`,
    thrash: () => 'You went up and down the page.',
    'failed-submit': (count) => `Sending or going on did not work${times(count)}.`,
    rage: () => 'You clicked, but nothing happened.',
    'help-seeking': () => 'You looked for an explanation.',
    'return-without-progress': () => 'You were away and came back to the same question.',
    rereading: () => 'You read a question again.',
    'label-copied': () => 'You selected or copied words of the page.',
    'left-empty': () => 'You left a question open for now.',
    wavering: () => 'You chose another answer.',
    wandering: () => 'You looked around the page.',
  },
};

const ways: WaysTexts = {
  lookAgain: 'Look again',
  looking: 'Looking…',
  stillAway: 'There is still nobody available.',
  other: 'Do you not want to wait? Choose what suits you best.',
  heading: 'How would you like to contact us?',
  chat: 'Chat',
  chatOpen: 'A member of staff is available now.',
  chatBusy: 'All staff are busy. It may take a little longer.',
  phoneOpen: (time) => `Available now, until ${time}.`,
  phoneClosed: 'Not available now.',
  phoneOpens: (day, time) => `Not available now. ${day} from ${time} we are.`,
  counter: 'Counter',
  mail: (address) => `E-mail ${address}`,
  opensTab: 'Opens in a new tab.',
  backToChat: 'Back to the chat',
  moreContact: 'Other ways to contact us',
  back: 'Cancel',
  ready: 'Done',
  keepsPlace: 'You keep your place in the queue.',
  'call-back': {
    hint: 'We call you back when it suits you.',
    intro: 'Leave your phone number. A member of staff will call you back.',
    submit: 'Send request',
    doneHeading: 'We will call you back',
    done: (day, time, to) => `We will call you on ${to}, ${day} at ${time} at the latest.`,
  },
  message: {
    open: 'Leave a message',
    hint: 'You will get an answer by e-mail.',
    intro: 'Write your question. A member of staff will read your message.',
    submit: 'Send message',
    doneHeading: 'Your message was sent',
    done: (day, time, to) =>
      to === ''
        ? 'A member of staff will read your message.'
        : `You will get an answer on ${to}, ${day} at ${time} at the latest.`,
  },
  phone: 'Your phone number',
  email: 'Your e-mail address',
  name: 'Your name (optional)',
  subject: 'What is your question about?',
  text: 'Your message',
  noAnswer: 'I do not need an answer',
  moment: 'When does it suit you?',
  soonest: (day, time) => `As soon as possible, before ${day} ${time}`,
  anyTime: 'As soon as possible',
  morning: (day, time) => `${day} in the morning, before ${time}`,
  afternoon: (day, time) => `${day} in the afternoon, before ${time}`,
  sending: 'Sending…',
  failed: 'That did not work. What you filled in is still there. Please try again.',
  nothingMore: 'You do not have to do anything else.',
  wrong: {
    phone: 'Enter a phone number, for example 06 12345678.',
    email: 'Enter an e-mail address, for example name@example.nl.',
    subject: 'Write in a few words what your question is about.',
    text: 'Write your message first.',
    moment: 'We cannot call at that moment any more. Choose another one.',
  },
};

const notices: NoticeTexts = {
  stillThere: (time) => `Are you still there? This conversation ends by itself at ${time}.`,
  stay: 'I am still here',
  formEnds: (time) => `The time for your form ends at ${time}. Go on with the form before then, or save it.`,
  formEnded: 'The time for your form has probably ended. Go back to the form and see if you can go on.',
  understood: 'I understand',
  tab: 'Are you still there?',
};

const talk: TalkTexts = {
  notStoring: 'Your message cannot be stored right now. We keep trying; you do not have to do anything.',
  operatorAway: (name) => `${name} is away for a moment. Your message will arrive.`,
  refused: 'The chat does not work on this page now. Try again or contact us in another way.',
  elsewhere: 'This conversation is open in too many tabs. You see no new messages here.',
  continueHere: 'Continue here',
  jump: 'Go to the newest message',
  you: 'You',
  masked: 'We took out your BSN or account number. We do not need it here.',
  sent: 'Sent',
  read: 'Read',
  failed: 'Not sent',
  eventAssigned: (name) => `${name} is helping you now`,
  eventTakenOver: (name) =>
    `${name} takes over the conversation and helps you from here. You do not have to ask your question again.`,
  eventReleased: 'A colleague takes over the conversation. You do not have to ask your question again.',
  eventLost: 'We lost the person who helped you. A colleague will be with you shortly.',
  eventClosedByYou: 'You ended the conversation',
  eventClosedByOperator: 'The person who helped you ended the conversation',
  eventClosed: 'The conversation was closed',
  eventSilent: 'The conversation ended by itself, because you did not write for a while',
  ended: 'The conversation has ended.',
  gone: 'This conversation can no longer be found.',
  unsent: 'Your last text was not sent. It will be there when you start a new conversation.',
  startNew: 'Start a new conversation',
  end: 'End conversation',
  endShort: 'End',
  endQuestion: 'Do you want to end the conversation?',
  endYes: 'Yes, end it',
  endNo: 'No, continue',
};

const introduction: IntroductionTexts = {
  intro: 'You do not have to fill this in. The employee sees what you write here.',
  name: 'Your name',
  subject: 'Subject',
};

const queue: QueueTexts = {
  place(place) {
    if (place === 1) return 'It is your turn as soon as someone is free.';
    if (place <= 10) return `You are now number ${place} in the queue.`;
    return place > 100
      ? 'There are more than 100 people before you.'
      : `There are about ${place} people before you.`;
  },
  within: (minutes) => `That usually takes less than ${minutes} ${minutes > 1 ? 'minutes' : 'minute'}.`,
  between: (from, to) => `That usually takes ${from} to ${to} minutes.`,
  long: 'That may take more than an hour.',
  late: 'It is taking longer than we want. Would you rather be called back? You keep your place in the queue.',
  callMe: 'Call me back',
  asked: (day, time) =>
    `We will call you by ${time} on ${day} at the latest. You can also keep waiting here.`,
};

const after: AfterTexts = {
  rating: 'Your opinion',
  questions: {
    effort: {
      ask: 'We made it easy for you to get help.',
      ends: ['Strongly disagree', 'Strongly agree'],
    },
    solved: { ask: 'Was your question answered?' },
    satisfaction: {
      ask: 'How satisfied are you with this conversation?',
      ends: ['Very dissatisfied', 'Very satisfied'],
    },
    recommendation: {
      ask: 'Would you recommend others to ask for help here?',
      ends: ['Surely not', 'Surely'],
    },
    formDone: { ask: 'Did you manage to complete the form?' },
  },
  solved: { yes: 'Yes', partly: 'Partly', no: 'No' },
  formDone: { yes: 'Yes', 'not-yet': 'Not yet', no: 'No' },
  remark: 'Anything else you would like to say? (optional)',
  next: 'Give answer',
  skip: 'Skip',
  thanks: 'Thank you for your opinion.',
  tooLate: 'You gave your opinion earlier. It cannot be changed any more. You do not have to do anything.',
  failed: 'That did not work. Please try again.',
  keep: 'Keep this conversation',
  print: 'Print',
  download: 'Download',
  mail: 'Send to my e-mail',
  email: 'Your e-mail address',
  emailWrong: 'Enter an e-mail address, for example name@example.nl.',
  emailUse: 'We use your address only to send this conversation.',
  send: 'Send',
  mailed: 'We are sending the conversation to your e-mail address.',
  tooMany: 'You have had the conversation sent a few times already. Please look in your spam folder too.',
  file: 'conversation.txt',
};

/** " 3 times", or nothing when there is nothing to count. */
function times(count = 0): string {
  return count > 1 ? ` ${count} times` : '';
}

export const words: CitizenWords = { button, offer, panel, talk, introduction, ways, notices, queue, after };
