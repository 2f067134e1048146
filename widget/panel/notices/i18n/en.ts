import type { NoticeTexts } from './nl.ts';

export const en: NoticeTexts = {
  stillThere: (time) =>
    `Are you still there? This conversation ends by itself at ${time}. What you have typed stays here.`,
  stay: 'I am still here',
  tab: 'Are you still there?',
};
