// Help, details or contact opened, or the words of the page copied to look them up.
import type { Signal } from './page.ts';

export const helpSeeking: Signal<'help-seeking'> = [
  2.4,
  (_, add) => ({
    help(_help, field) {
      add(1, field);
    },
    copy({ on }) {
      if (on !== 'text') add(1);
    },
  }),
];
