// English words of button and offer.
import type * as nl from './nl.ts';

export const button: typeof nl.button = {
  region: 'Help',
  chat: 'Chat with us',
  failed: 'Chat is not available',
};
export const offer: typeof nl.offer = {
  title: 'Need help?',
  stuck: 'Are you stuck at {place}? One of our staff can help you.',
  step: 'step {index}',
  yes: 'Yes, please',
  no: 'No, thank you',
  close: 'Close',
  nudge: 'Chat with us, we can help',
};
