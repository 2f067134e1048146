// Much is done, and nothing is filled in: someone is looking for a way on. Also hears what no other signal has a name for.
import type { Signal } from './page.ts';

/** Acts within so many seconds of the one before are one act. */
const ONE_ACT = 1;
/** Of what was counted, this is left after each character that was filled in. */
const PER_CHARACTER = 0.9;
/** A choice is worth as much as these characters. */
const CHOICE = 8;
/** So many acts go with an answer of most people; that weighs as much as what was seen of this person in so many answers. */
const USUAL_ACTS = 4;
const USUAL_WEIGHS = 2;

export const wandering: Signal<'wandering'> = (page, add) => {
  // Since something was filled in; since the last answer; and in all answers so far.
  let acts = 0;
  let all = 0;
  let before = USUAL_ACTS * USUAL_WEIGHS;
  let answers = USUAL_WEIGHS;
  let completed = page.completed;
  let actedAt = Number.NEGATIVE_INFINITY;
  const act = () => {
    if (page.clock - actedAt >= ONE_ACT) {
      acts += 1;
      all += 1;
    }
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
      if (page.completed > completed) {
        answers += page.completed - completed;
        completed = page.completed;
        before += all;
        all = 0;
      }
      add((acts * answers) / before / 2, page.attended, 0);
    },
  };
};
