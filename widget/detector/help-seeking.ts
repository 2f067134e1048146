// Help, details or contact opened.
import type { Signal } from './page.ts';

export const helpSeeking: Signal<'help-seeking'> = (_, add) => ({
  help(_help, field) {
    add(1, field);
  },
});
