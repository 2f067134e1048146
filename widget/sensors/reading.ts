// Reading with the pointer: where it rests, and of which words a selection is made. What is selected is never read, nor how much.
import type { HoverTarget } from '#protocol';
import type { Door } from './door.ts';
import { guidanceAt, isControl } from './guidance.ts';
import type { Field, See } from './happening.ts';
import type { Page } from './page.ts';
import { submitAt } from './submit.ts';
import { closest, OWN_TAG, originOf, pathOf } from './tree.ts';

/** ms: a pointer that stays shorter passes by. Signals ask for more. */
const RESTING = 500;
/** ms without a change: the selection is made. */
const SETTLED = 500;

interface Target {
  on: HoverTarget;
  field?: string;
}

/** With the field, if it is about one. */
const aim = <On>(on: On, field: Field | null | undefined): { on: On; field?: string } =>
  field ? { on, field: field.field } : { on };

function findTarget(page: Page, at: Element): Target | undefined {
  const around = pathOf(at);
  if (closest(at, OWN_TAG) || !page.region) return;
  if (submitAt(at) && around.includes(page.region)) return { on: 'submit' };
  const guidance = guidanceAt(at);
  const field = page.fieldAt(guidance?.about ?? at);
  if (guidance?.on === 'help') return aim('help', field);
  // What stands at one of several options or parts is no question.
  const isQuestion = guidance && (!field?.controls[1] || !closest(at, 'label'));
  return field ? aim(isQuestion ? 'label' : 'field', field) : undefined;
}

/** A rest is told when it is over: the pointer goes elsewhere, presses, or the hand is needed for something else. */
function watchRests({ listen }: Door, page: Page, see: See): void {
  let origin: Element | undefined;
  let target: Target | undefined;
  let since = Number.POSITIVE_INFINITY;

  /** Nothing more of this rest counts: whoever has pressed a button waits for its answer. */
  const end = () => {
    const ms = performance.now() - since;
    since = Number.POSITIVE_INFINITY;
    if (target && ms >= RESTING) see({ type: 'hover', ...target, ms });
  };
  const moveTo = (at: Element | undefined) => {
    if (at === origin) return;
    origin = at;
    const next = at && findTarget(page, at);
    if (next?.on === target?.on && next?.field === target?.field) return;
    end();
    target = next;
    since = performance.now();
  };

  // Moves and not `pointerover`: that also comes when the page shifts under a pointer that lies still.
  listen('pointermove', (event) => {
    if (event.pointerType !== 'touch') moveTo(originOf(event));
  });
  listen('pointerout', (event) => {
    if (!event.relatedTarget) moveTo(undefined);
  });
  listen(['pointerdown', 'keydown', 'scroll', 'visibilitychange'], end);
}

function watchSelections({ listen, later }: Door, page: Page, see: See): void {
  let changes = 0;
  let selected: Node | null = null;

  const tell = () => {
    // Where it begins and whether there is one, taken out at once: the selection itself, which has the text, stays out of reach.
    const { isCollapsed = true, anchorNode = null } = document.getSelection() ?? {};
    const before = selected;
    selected = isCollapsed ? null : anchorNode;
    if (!selected || selected === before) return;
    const at = selected instanceof Element ? selected : selected.parentElement;
    if (isControl(at) || closest(at, OWN_TAG)) return;
    const guidance = guidanceAt(at);
    see({ type: 'select-text', ...aim(guidance?.on ?? 'text', page.fieldAt(guidance?.about ?? at)) });
  };

  listen('selectionchange', () => {
    changes += 1;
    const mine = changes;
    later(SETTLED, () => mine === changes && tell());
  });
}

/** Only worth its bytes once there is a sign of trouble: fetched with the desk. */
export function watchReading(door: Door, page: Page, see: See): void {
  watchRests(door, page, see);
  watchSelections(door, page, see);
}
