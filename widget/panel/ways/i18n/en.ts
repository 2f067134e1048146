// English words of the other ways to be helped.
import type { WaysTexts } from './nl.ts';

export const en: WaysTexts = {
  lookAgain: 'Look again',
  looking: 'Looking…',
  stillAway: 'There is still nobody available.',
  other: 'Do you not want to wait? Choose what suits you best.',
  moreContact: 'Other ways to contact us',
  back: 'Cancel',
  ready: 'Done',
  keepsPlace: 'You keep your place in the queue.',
  'call-back': {
    open: 'Request a call back',
    intro: 'Leave your phone number. A member of staff will call you back.',
    submit: 'Send request',
    doneHeading: 'We will call you back',
    done: (day, time, to) => `We will call you on ${to}, ${day} at ${time} at the latest.`,
  },
  message: {
    open: 'Leave a message',
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
