// Much is done, and nothing is filled in: someone is looking for a way on. Also hears what no other signal has a name for.
import type { Signal } from './page.ts';

/** What one act counts for; eight acts are one full sign. */
const ACT = 0.125;
/** Acts within so many seconds of the one before are one act. */
const ONE_ACT = 1;
/** Of what was counted, this is left after each character that was filled in. */
const PER_CHARACTER = 0.9;
/** A choice is worth as much as these characters. */
const CHOICE = 8;

export const wandering: Signal<'wandering'> = (page, add) => {
  let acts = 0;
  let actedAt = Number.NEGATIVE_INFINITY;
  const act = () => {
    if (page.clock - actedAt >= ONE_ACT) acts += ACT;
    actedAt = page.clock;
  };
  const proceed = (characters: number) => {
    acts *= PER_CHARACTER ** characters;
  };
  return {
    focus: act,
    hover: act,
    press: act,
    help: act,
    copy: act,
    'select-text': act,
    visible: act,
    scroll: act,
    step() {
      acts = 0;
    },
    input: ({ inserted }) => proceed(inserted),
    choose: () => proceed(CHOICE),
    tick() {
      add(acts, page.attended, 0);
    },
  };
};
