// All senses together: DOM events in, happenings out. Nothing else in the widget listens to the page.
import type { Door } from './door.ts';
import { watchGestures } from './gestures.ts';
import type { See } from './happening.ts';
import { type Page, watchPage } from './page.ts';
import { watchSubmit } from './submit.ts';
import { watchTyping } from './typing.ts';

export function startSensors(door: Door, selector: string | undefined, tell: See, glanced: () => void): Page {
  /** Whatever happens, the form that it happens to is known. */
  const see: See = (happening) => {
    page.lookOnce();
    tell(happening);
  };
  const page = watchPage({
    door,
    selector,
    see,
    glanced,
    moved: () => moved(),
    found(root) {
      door.listen(['submit', 'invalid', 'click'], tried, root);
      door.listen('focusin', focused, root);
    },
  });
  const moved = watchGestures(door, page, see);
  const tried = watchSubmit(page, see);
  const focused = watchTyping(door, page, see);
  page.glance();
  return page;
}
