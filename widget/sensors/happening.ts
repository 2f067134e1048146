// What the senses report: where something happened and when, never what was written. The interpreter makes observations of it.
import type { HoverTarget, TextTarget } from '#protocol';
import type { Control } from './tree.ts';

export interface Field {
  field: string;
  controls: readonly Control[];
  /** The largest element that holds this field and no other. */
  box: Element;
}

type Happening =
  /** Other fields than before are on screen; none when the form is gone. `name`: the page's own name for the step. */
  | { type: 'fields'; fields: readonly Field[]; name: string }
  /** `invalid` again while it already was: the page says so once more. */
  | { type: 'focus' | 'blur' | 'invalid' | 'valid'; field: string }
  /** `filled`: the browser says that it filled the field; `keyed`: a key went before. */
  | { type: 'input'; field: string; inputType: string; filled: boolean; keyed: boolean }
  /** `activate`: a click by key or by assistive technology, which has no place. */
  | {
      type: 'click' | 'activate';
      at: Element | undefined;
      field: string | undefined;
      x: number;
      y: number;
    }
  /** Something on the page changed, for the first time since the last click. */
  | { type: 'moved' }
  | { type: 'copy'; at: Element | undefined }
  | { type: 'scroll'; dy: number }
  /** A rest of the pointer that is over; words that were selected, not which. */
  | { type: 'hover'; on: HoverTarget; field?: string; ms: number }
  | { type: 'select-text'; on: TextTarget; field?: string }
  | { type: 'submit' | 'hidden' | 'visible' | 'resize' };

export type Happened = Happening & { t: number };
/** Where it has no time, that is now: it is added where it is passed on. */
export type See = (happening: Happening & { t?: number }) => void;
