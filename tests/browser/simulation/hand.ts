// Runs in the page: the hand of a citizen. Every act is an event of the browser's own, or the same event made by us where only a device can make it.
import type { Observation } from '#protocol';
import type { FormPage } from './form-page.ts';

type Of<T extends Observation['type']> = Extract<Observation, { type: T }>;

const bubbling = { bubbles: true, cancelable: true, composed: true };
const isTyped = (control: Element): control is HTMLInputElement | HTMLTextAreaElement =>
  control instanceof HTMLTextAreaElement ||
  (control instanceof HTMLInputElement && !/date|file|radio|checkbox/.test(control.type));

function pressKey(control: HTMLElement, key: string, command: () => void): void {
  control.dispatchEvent(new KeyboardEvent('keydown', { ...bubbling, key }));
  command();
  control.dispatchEvent(new KeyboardEvent('keyup', { ...bubbling, key }));
}

/** Real edits, by the browser's own editor. What stands there matters to nobody: each key goes over it, so there always is room. */
function typeKeys(control: HTMLElement, { inserted, deleted }: Of<'input'>): void {
  if (!isTyped(control) || document.activeElement !== control) throw new Error('Nobody can type here.');
  for (let key = 0; key < inserted; key += 1) {
    control.select();
    pressKey(control, '1', () => document.execCommand('insertText', false, '1'));
  }
  for (let key = 0; key < deleted; key += 1) {
    if (control.value === '') control.value = '1';
    control.select();
    pressKey(control, 'Backspace', () => document.execCommand('delete'));
  }
}

function choose(question: Element, control: HTMLElement): void {
  if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) {
    const options = [...question.querySelectorAll<HTMLInputElement>('input')];
    const picked = options.findIndex(({ checked }) => checked);
    options[(picked + 1) % options.length]?.click();
    return;
  }
  if (control instanceof HTMLSelectElement)
    control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
  // The browser's own list, calendar or file dialogue is outside the page.
  control.dispatchEvent(new Event('input', bubbling));
  control.dispatchEvent(new Event('change', bubbling));
}

/** A press of which the page makes nothing, unless it is a button that goes on. */
function press(at: HTMLElement, { x, y }: { x: number; y: number }, isIgnored: boolean): void {
  const place = { ...bubbling, clientX: x, clientY: y, detail: 1 };
  if (isIgnored) at.addEventListener('click', (event) => event.preventDefault(), { once: true });
  at.dispatchEvent(new MouseEvent('click', place));
}

const next = (target: EventTarget, name: string) =>
  new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));

const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** A page stands still on whole pixels; what is lost there is made up for by the next scroll. */
function createWheel(): (dy: number) => Promise<void> {
  let top = scrollY;
  return async (dy) => {
    top += dy * innerHeight;
    const scrolled = next(document, 'scroll');
    scrollTo(0, Math.round(top));
    await scrolled;
  };
}

/** Without words, nothing is selected any more. */
async function select(at: HTMLElement | undefined): Promise<void> {
  // Carets that moved before are told at the next frame.
  await frame();
  const selected = next(document, 'selectionchange');
  if (at) getSelection()?.selectAllChildren(at);
  else getSelection()?.removeAllRanges();
  await Promise.race([selected, frame()]);
}

export interface Hand {
  /** The field that the citizen is at, or was last. */
  at(): string | undefined;
  focus(field: string): void;
  blur(): void;
  input(told: Of<'input'>): void;
  choose(field: string): void;
  /** `toward`: the field that is pressed. */
  press(told: Of<'press'>, toward: string | undefined): void;
  submit(pressed: { x: number; y: number } | undefined): void;
  point(at: HTMLElement): void;
  help(field: string | undefined): void;
  copy(at: HTMLElement): void;
  select(at: HTMLElement | undefined): Promise<void>;
  scroll(dy: number): Promise<void>;
  leaveTop(): void;
  show(state: 'hidden' | 'visible'): void;
  resize(): void;
}

export function createHand(page: FormPage): Hand {
  let at: string | undefined;
  let state: 'hidden' | 'visible' = 'visible';
  Object.defineProperty(document, 'visibilityState', { get: () => state });
  const focused = () => (document.activeElement instanceof HTMLElement ? document.activeElement : undefined);

  return {
    at: () => at,
    focus(field) {
      at = field;
      page.control(field).focus({ preventScroll: true });
    },
    blur: () => focused()?.blur(),
    input(told) {
      const control = page.control(told.field);
      if (told.how === 'type') return typeKeys(control, told);
      const inputType = told.how === 'paste' ? 'insertFromPaste' : '';
      control.dispatchEvent(new InputEvent('input', { ...bubbling, inputType }));
    },
    choose(field) {
      const control = page.control(field);
      choose(control.closest('[data-question]') ?? control, control);
    },
    press(told, toward) {
      if (told.on !== 'field') press(page.spot(told.on), told, false);
      else if (toward !== undefined) press(page.words(toward), told, true);
    },
    submit(pressed) {
      if (pressed) press(page.button(), pressed, false);
      else page.button().click();
    },
    point(target) {
      target.dispatchEvent(new PointerEvent('pointermove', bubbling));
    },
    help: (field) => page.help(field).click(),
    copy: (target) => target.dispatchEvent(new ClipboardEvent('copy', bubbling)),
    select,
    scroll: createWheel(),
    leaveTop() {
      document.documentElement.dispatchEvent(new MouseEvent('mouseout', { ...bubbling, clientY: -1 }));
    },
    show(to) {
      state = to;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    resize() {
      visualViewport?.dispatchEvent(new Event('resize'));
    },
  };
}
