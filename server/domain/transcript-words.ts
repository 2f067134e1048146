// The words around a copy of a conversation, in plain language. The keys of Dutch are the keys of every language.
import type { CopyLanguage } from '#protocol';

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

export type TranscriptWords = typeof nl;

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

export const TRANSCRIPT_WORDS = { nl, en } satisfies Record<CopyLanguage, TranscriptWords>;
