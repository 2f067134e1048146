// Much is done, and nothing is filled in: someone is looking for a way on. Also hears what no other signal has a name for.
import type { Signal } from './page.ts';

/** Acts within so many seconds of the one before are one act. */
const ONE_ACT = 1;
/** Of what was counted, this is left after each character that was filled in; a choice is worth eight of them. */
const PER_CHARACTER = 0.9;
const PER_CHOICE = 0.43;
/** Four acts go with an answer of most people; that weighs as much as what was seen of this person in four answers. */
const USUAL_ACTS = 16;

export const wandering: Signal<'wandering'> = (page, add) => {
  // Since something was filled in; and in all.
  let acts = 0;
  let all = USUAL_ACTS;
  let actedAt = Number.NEGATIVE_INFINITY;
  const act = () => {
    if (page.pageTime - actedAt >= ONE_ACT) {
      acts++;
      all++;
    }
    actedAt = page.pageTime;
  };
  return {
    focus: act,
    hover: act,
    press: act,
    help: act,
    copy: act,
    'select-text': act,
    scroll: act,
    input({ inserted }) {
      acts *= PER_CHARACTER ** inserted;
    },
    choose() {
      acts *= PER_CHOICE;
    },
    tick() {
      add((acts * page.fieldsDone) / all / 2, page.attended, 0);
    },
  };
};
