// English words of what comes after a conversation.
import type { AfterTexts } from './nl.ts';

export const en: AfterTexts = {
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
