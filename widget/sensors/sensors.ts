// All senses together: DOM events in, happenings out. Nothing else in the widget listens to the page.
import type { Door } from './door.ts';
import { watchGestures } from './gestures.ts';
import type { See } from './happening.ts';
import { type Page, watchPage } from './page.ts';
import { watchSubmit } from './submit.ts';
import { watchTyping } from './typing.ts';

export function startSensors(door: Door, selector: string | undefined, see: See, looked: () => void): Page {
  const found = watchSubmit(door, () => page, see);
  const moved = watchGestures(door, () => page, see);
  const page = watchPage({ door, selector, see, moved, looked, found });
  page.look();
  watchTyping(door, page, see);
  return page;
}
