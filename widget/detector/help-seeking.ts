// Help, details or contact opened, or the words of the page copied to look them up.
import { fieldOf } from './facts.ts';
import type { Signal } from './page.ts';

export const helpSeeking: Signal<'help-seeking'> = [
  'help-seeking',
  2.4,
  (page, o, add) => {
    if (o.type === 'help') add(1, o.field ? fieldOf(page, o.field) : page.field);
    if (o.type === 'copy' && o.on !== 'text') add(1);
  },
];
