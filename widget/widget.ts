// The widget on one page: senses and button now, the offer desk when there is something to do.
import type { SiteInfo } from '#protocol';
import * as en from './i18n/en.ts';
import * as nl from './i18n/nl.ts';
import { createMemory } from './memory.ts';
import type { Announce, Desk, DeskHost, Quiet } from './offer/desk-host.ts';
import { createFloats } from './offer/floats.ts';
import type { Door } from './sensors/door.ts';
import { startSensors } from './sensors/sensors.ts';
import type { Mode, Tag } from './tag.ts';
import type { Vangnet } from './vangnet.ts';

/** The file name with its hash, filled in by the build. */
declare const __VANGNET_DESK__: string;

/** The stricter of tag and relay wins. */
const MODES: readonly Mode[] = ['off', 'button', 'proactive'];

async function fetchSite({ server, siteId }: Tag): Promise<SiteInfo> {
  const answer = await fetch(`${server}/v1/sites/${encodeURIComponent(siteId)}`, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  if (!answer.ok) throw answer.status;
  return answer.json();
}

export function startWidget(tag: Tag, door: Door, announce: Announce): Vangnet {
  const { server, siteId, language, atLeft, form } = tag;
  const { chat, failed, region } = (language === 'en' ? en : nl).button;
  const { guard, later, listen, stop } = door;
  const { past, keep } = createMemory();
  let { mode } = tag;
  let quiet: Quiet;
  let host: DeskHost | undefined;
  let desk: Desk | undefined;
  let coming: Promise<Desk> | undefined;

  const fetchDesk = () => {
    coming ??= ready.then(async () => {
      const { startDesk } = await import(/* @vite-ignore */ `${server}/widget/${__VANGNET_DESK__}`);
      const started: Desk = startDesk(host);
      desk = started;
      return started;
    });
    return coming;
  };
  const use = guard(async (act: (on: Desk) => unknown) => act(await fetchDesk()));

  const settle = () => {
    host?.floats.put(host.floats.button);
    desk?.settle();
  };
  const parsed = new Promise<unknown>((done) => {
    if (document.readyState === 'loading') listen('DOMContentLoaded', done);
    else done(0);
  });
  const looking = parsed.then(() =>
    startSensors(
      door,
      form,
      (happening) => {
        const happened = { t: performance.now(), ...happening };
        if (desk) desk.take(happened);
        // A desk that could not be fetched is not fetched again by itself: no unrest on a page without a relay.
        else if (keep(happened) && !coming && !quiet && mode === 'proactive') use(() => {});
      },
      settle,
    ),
  );

  const show = async () => {
    const page = await looking;
    const site = await fetchSite(tag);
    mode = MODES[Math.min(MODES.indexOf(mode), MODES.indexOf(site.mode))] ?? 'off';
    if (mode === 'off') throw mode;
    const floats = createFloats(page, region, atLeft);
    const { button } = floats;
    const setButton = (visible: boolean, label = chat) => {
      button.textContent = label;
      button.hidden = !visible;
      settle();
    };
    const fail = () => {
      if (!desk) coming = undefined;
      setButton(true, failed);
    };
    host = { tag, mode, site, door, page, floats, past, quiet: () => quiet, announce, setButton, fail };
    setButton(true);
    listen(
      'click',
      () =>
        fetchDesk()
          .then((on) => on.open())
          .catch(fail),
      button,
    );
    listen(['focusin', 'scrollend'], settle);
    listen('resize', settle, visualViewport ?? window);
    announce('ready');
    later(0, () => {
      const key = `vangnet:${siteId}`;
      if (sessionStorage.getItem(`${key}:declined`)) quiet = 'declined';
      if (sessionStorage.getItem(key)) use((on) => on.open());
      if (tag.inspect) use((on) => on.inspect());
    });
  };
  const ready = mode === 'off' ? new Promise<void>(() => {}) : show();
  // Without a relay there is nothing to do: every listener goes, and the page is as it was without the tag.
  ready.catch(stop);

  return {
    open: () => use((on) => on.open()),
    close: () => desk?.close(),
    offer: () => use((on) => on.say('manual')),
    suppress() {
      quiet = 'resting';
      desk?.say('suppress');
    },
    step: (name) => void looking.then(guard((page) => page.announce(name))),
    state: () =>
      desk?.state() ?? { mode, status: quiet ?? 'quiet', score: 0, threshold: 1, reasons: [], gates: [] },
    on(name, listener) {
      const end = new AbortController();
      document.addEventListener(`vangnet:${name}`, (event) => listener((event as CustomEvent).detail), end);
      return () => end.abort();
    },
    destroy() {
      stop();
      desk?.destroy();
      host?.floats.host.remove();
      delete window.vangnet;
    },
  };
}
