// English words of waiting.
import type { QueueTexts } from './nl.ts';

const ORDINALS = 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

export const en: QueueTexts = {
  place(place) {
    if (place === 1) return 'It is your turn as soon as someone is free.';
    const ordinal = ORDINALS[place - 2];
    if (ordinal !== undefined) return `You are now ${ordinal} in the queue.`;
    return place > 100
      ? 'There are more than 100 people before you.'
      : `There are about ${place} people before you.`;
  },
  within: (minutes) => `That usually takes less than ${minutes} ${minutes > 1 ? 'minutes' : 'minute'}.`,
  between: (from, to) => `That usually takes ${from} to ${to} minutes.`,
  long: 'That may take more than an hour.',
  late: 'It is taking longer than we want. Would you rather be called back? You keep your place in the queue.',
  callMe: 'Call me back',
  asked: (day, time) => `We will call you no later than ${day} at ${time}. You can also keep waiting here.`,
};
