// The words of what comes by itself, in English.
import type { NoticeTexts } from './nl.ts';

export const en: NoticeTexts = {
  stillThere: (time) => `Are you still there? This conversation ends by itself at ${time}.`,
  stay: 'I am still here',
  tab: 'Are you still there?',
};
