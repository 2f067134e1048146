// The widget on one page: senses and button now, the offer desk when there is something to do.
import type { SiteInfo } from '#protocol';
import { announce } from './announce.ts';
import type { Desk, DeskHost, Quiet } from './desk-host.ts';
import { createMemory, type Memory } from './memory.ts';
import { createFloats } from './offer/floats.ts';
import type { Mode } from './offer/report.ts';
import { createDoor, type Door } from './sensors/door.ts';
import type { Page } from './sensors/page.ts';
import { startSensors } from './sensors/sensors.ts';
import { findSubmits } from './sensors/submit.ts';
import { findFocus, OWN_TAG } from './sensors/tree.ts';
import type { Tag } from './tag.ts';

/** File names with their hash, filled in by the build. */
declare const __VANGNET_DESK__: string;
declare const __VANGNET_CROWD__: string;

export interface Widget {
  tag: Tag;
  door: Door;
  memory: Memory;
  mode: Mode;
  quiet?: Quiet;
  /** There when the relay has answered. */
  host?: DeskHost;
  /** There when it was needed. */
  desk?: Desk;
  coming?: Promise<Desk> | undefined;
  looking: Promise<Page>;
  ready: Promise<void>;
}

/** Strictest first: the stricter of tag and relay wins. */
const MODES: readonly Mode[] = ['off', 'button', 'proactive'];

const fetchSite = ({ server, siteId, language }: Tag): Promise<SiteInfo> =>
  // Words of the page's own maker, as they are: an odd one finds no site, or no such language.
  fetch(`${server}/v1/sites/${siteId}?language=${[language, document.documentElement.lang]}`, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // A refusal has no words in it: `show` ends there.
  }).then((answer) => answer.json());

const fetchCode = ({ server }: Tag, file: string) => import(/* @vite-ignore */ `${server}/widget/${file}`);

function fetchDesk(widget: Widget): Promise<Desk> {
  const { tag, ready } = widget;
  widget.coming ??= ready.then(async () => {
    const { startDesk } = await fetchCode(tag, __VANGNET_DESK__);
    const desk: Desk = await startDesk(widget.host);
    widget.desk = desk;
    return desk;
  });
  return widget.coming;
}

/** Does something at the desk, which is fetched first. */
export const useDesk = (widget: Widget, act: (desk: Desk) => unknown) =>
  widget.door.guard(async () => act(await fetchDesk(widget)))();

function settle({ host, desk }: Widget): void {
  host?.floats.put(host.floats.button);
  desk?.settle();
}

function watch(widget: Widget): Page {
  const { tag, door, memory } = widget;
  return startSensors(
    door,
    tag.form,
    (happening) => {
      const { desk, coming, quiet, mode } = widget;
      const happened = { t: performance.now(), ...happening };
      desk?.take(happened);
      // A desk that could not be fetched is not fetched again by itself: no unrest on a page without a relay.
      if (memory.keep(happened) && !coming && !quiet && mode === 'proactive') door.guard(fetchDesk)(widget);
    },
    () => settle(widget),
  );
}

async function show(widget: Widget): Promise<void> {
  const { tag, door, looking } = widget;
  const { later, listen } = door;
  const page = await looking;
  const site = await fetchSite(tag);
  widget.mode = MODES.find((mode) => mode === tag.mode || mode === site.mode) ?? 'off';
  const { words } = site;
  if (widget.mode === 'off' || !words) throw tag;
  if (tag.language?.startsWith(words.element.lang) === false) tag.warn('language');
  const floats = createFloats(
    Object.assign(document.createElement(OWN_TAG), words.element),
    tag.atLeft,
    () => [findFocus(), ...findSubmits(page.roots)],
  );
  const { button } = floats;
  const place = () => settle(widget);
  const setButton = (visible: boolean, label = host.words.button.chat) => {
    button.textContent = label;
    button.hidden = !visible;
    place();
  };
  const fail = () => {
    if (!widget.desk) widget.coming = undefined;
    setButton(true, host.words.button.failed);
  };
  const host: DeskHost = { widget, page, site, words, floats, setButton, fail };
  widget.host = host;
  setButton(true);
  if (site.measures) {
    let counting: unknown;
    listen('focusin', () => {
      counting ??= fetchCode(tag, __VANGNET_CROWD__).then(({ startCrowd }) => startCrowd(host));
      return counting;
    });
  }
  listen(
    'click',
    () =>
      fetchDesk(widget)
        .then((desk) => desk.open())
        .catch(fail),
    button,
  );
  listen(['focusin', 'scrollend'], place);
  listen('resize', place, visualViewport);
  announce('ready');
  later(0, () => {
    const key = `vangnet:${tag.siteId}`;
    if (sessionStorage[`${key}:declined`]) widget.quiet = 'declined';
    if (sessionStorage[key]) useDesk(widget, (desk) => desk.open(true));
    if (tag.inspect) useDesk(widget, (desk) => desk.inspect());
  });
}

export function startWidget(tag: Tag): Widget {
  const door = createDoor((error) => announce('error', `${error}`));
  // In a task of its own: to run this file is one already. The rest of the page may still be coming: that is a change like any other.
  const begun = new Promise<void>((begin) => tag.mode !== 'off' && door.later(0, begin));
  const widget: Widget = {
    tag,
    door,
    memory: createMemory(),
    mode: tag.mode,
    looking: begun.then(() => watch(widget)),
    ready: begun.then(() => show(widget)),
  };
  // Without a relay there is nothing to do: every listener goes, and the page is as it was without the tag.
  widget.ready.catch(door.stop);
  return widget;
}
