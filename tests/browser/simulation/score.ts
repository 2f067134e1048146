// Runs in the page: what has to be done on the page, and when, so that its senses can tell what a simulated visit tells.
import type { Observation } from '#protocol';
import type { FormPage } from './form-page.ts';
import type { Hand } from './hand.ts';

export interface Part {
  t: number;
  run: () => unknown;
}

/** ms: the first look after a change, and longer than that: a mark that is put back is seen to have been away. */
const LOOKED_AFTER = 60;
const UNMARKED_FOR = 70;
/** ms: how long the senses wait before they tell that a press was dead, and that a selection is made. */
const DEAD_AFTER = 2_500;
const SETTLED = 500;
/** A selection is away again after this. */
const SELECTED_FOR = 700;

export function writeScore(observations: readonly Observation[], page: FormPage, hand: Hand): Part[] {
  const marked = new Set<string>();
  let attended = '';
  let actedAt = 0;

  /** The senses tell it one look later; but no page judges before there is something to judge. */
  const mark = (t: number, field: string, isWrong: boolean): Part[] => {
    const again = isWrong && marked.has(field);
    if (isWrong) marked.add(field);
    else marked.delete(field);
    const early = (ms: number) => Math.max(actedAt, t - ms);
    if (!again) return [{ t: early(LOOKED_AFTER), run: () => page.mark(field, isWrong) }];
    // Who validates again clears the message first; a page that does nothing at all cannot say that it is wrong again.
    const cleared = early(LOOKED_AFTER + UNMARKED_FOR);
    return [
      { t: cleared, run: () => page.mark(field, false) },
      { t: cleared + UNMARKED_FOR, run: () => page.mark(field, true) },
    ];
  };

  const wordsOf = (on: 'label' | 'help' | 'text', field: string) => {
    if (on === 'text') return page.spot('text');
    return on === 'help' ? page.help(field) : page.words(field);
  };

  const rest = (t: number, ms: number, find: () => HTMLElement): Part[] => [
    { t: t - ms, run: () => hand.point(find()) },
    { t, run: () => hand.point(page.spot('nothing')) },
  ];

  const press = (told: Extract<Observation, { type: 'press' }>, index: number): Part[] => {
    const after = observations[index + 1];
    // Told apart in a visit, one act of the hand.
    if (after?.type === 'submit') return [];
    const toward = after?.type === 'focus' ? after.field : undefined;
    const t = told.effect ? told.t : told.t - DEAD_AFTER;
    return [{ t, run: () => hand.press(told, toward) }];
  };

  const submit = (t: number, before: Observation | undefined): Part[] => [
    { t, run: () => hand.submit(before?.type === 'press' ? before : undefined) },
  ];

  const write = (told: Observation, index: number): Part[] => {
    const { t, type } = told;
    const once = (run: () => unknown): Part[] => [{ t, run }];
    switch (type) {
      case 'step':
        marked.clear();
        attended = told.fields[0]?.field ?? '';
        return once(() => page.draw(told.fields));
      case 'focus':
        attended = told.field;
        return once(() => hand.focus(told.field));
      case 'blur':
        return once(hand.blur);
      case 'input':
        return once(() => hand.input(told));
      case 'choose':
        return once(() => hand.choose(told.field));
      case 'invalid':
      case 'valid':
        return mark(t, told.field, type === 'invalid');
      case 'submit':
        return submit(t, observations[index - 1]);
      case 'submit-failed':
        // Told by what the page does, or by what it does not.
        return [];
      case 'submitted':
        return once(page.thank);
      case 'scroll':
        return once(() => hand.scroll(told.dy));
      case 'press':
        return press(told, index);
      case 'hover': {
        const { on, ms, field = attended } = told;
        if (on === 'submit') return rest(t, ms, page.button);
        return rest(t, ms, () => (on === 'field' ? page.control(field) : wordsOf(on, field)));
      }
      case 'select-text': {
        const { on, field = attended } = told;
        return [
          { t: t - SETTLED, run: () => hand.select(wordsOf(on, field)) },
          { t: t - SETTLED + SELECTED_FOR, run: () => hand.select(undefined) },
        ];
      }
      case 'copy': {
        const field = attended;
        return once(() => hand.copy(wordsOf(told.on, field)));
      }
      case 'help':
        return once(() => hand.help(told.field));
      case 'leave-top':
        return once(hand.leaveTop);
      case 'hidden':
      case 'visible':
        return once(() => hand.show(type));
      case 'resize':
        return once(hand.resize);
    }
  };

  return observations.flatMap((told, index) => {
    const parts = write(told, index);
    if (!/valid|submit-failed/.test(told.type)) actedAt = told.t;
    return parts;
  });
}
