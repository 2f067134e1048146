// The way to the panel: its chunk is fetched when it is needed, opened once, and told what changes.
import { backoff, type PageContext } from '#protocol';
import { announce } from './announce.ts';
import type { DeskHost } from './desk-host.ts';
import type { Word } from './offer/offer-run.ts';
import type { Relay } from './offer/relay.ts';
import { fetchOnce } from './panel/fetch-code.ts';
import type { PanelHandle, PanelHost } from './panel/panel-host.ts';
import { createSign } from './panel/sign/sign.ts';
import { wearTheme } from './theme/theme.ts';

export interface ChatOptions {
  host: DeskHost;
  relay: Relay;
  context(): PageContext;
  say(word: Word): void;
}

export interface Chat {
  /** Fetches the code for a conversation without opening anything. */
  prepare(): Promise<unknown>;
  /** `resume`: after a page load; a panel that was closed stays closed. */
  open(offer: string | null, resume?: boolean): Promise<void>;
  panel(): PanelHandle | undefined;
}

const fetchPanel = fetchOnce(() => import('./panel/panel.tsx'));

export function createChat({ host, relay, context, say }: ChatOptions): Chat {
  const { widget, floats, page, site, setButton } = host;
  const { server, siteId } = widget.tag;
  let panel: PanelHandle | undefined;
  let accepted: string | null = null;

  // A real side: the panel may be written the other way than the page, and stays where the button is.
  if (widget.tag.atLeft) floats.host.dataset['position'] = 'left';

  /** A conversation goes on in this tab: its answers must be heard, so its code must come. */
  async function insist(): ReturnType<typeof fetchPanel> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await fetchPanel();
      } catch {
        await new Promise<void>((again) => widget.door.later(backoff(tries, Math.random()), again));
      }
    }
  }
  const panelHost: PanelHost = {
    root: floats.root,
    site,
    server,
    siteId,
    language: host.words.element.lang,
    context,
    get offer() {
      return accepted;
    },
    emit(name, detail) {
      if (name === 'opened') say('chat-opened');
      announce(name, detail);
    },
    closed() {
      const { activeElement } = floats.root;
      say('chat-closed');
      // While something of ours has the focus nothing moves, and the button was put in its place when it had no size.
      if (activeElement instanceof HTMLElement) activeElement.blur();
      setButton(true);
      floats.button.focus();
    },
    sign: createSign(floats.root, floats.button),
    async refreshSite(language) {
      const fresh = await relay.site(language, context().form);
      if (fresh.words) {
        host.words = fresh.words;
        Object.assign(floats.host, fresh.words.element);
        setButton(!floats.button.hidden);
      }
      return fresh;
    },
  };

  return {
    // What does not come now is asked for again by a yes.
    prepare: () =>
      fetchPanel().then(
        ({ fetchAhead }) => fetchAhead(),
        () => undefined,
      ),
    panel: () => panel,
    async open(offer, resume = false) {
      accepted = offer ?? accepted;
      const { openPanel } = await (resume ? insist() : fetchPanel());
      wearTheme(floats, page.region);
      const isNew = panel === undefined;
      panel ??= openPanel(panelHost);
      if (!resume && !(isNew && panel.state().open)) panel.open();
      setButton(!panel.state().open);
    },
  };
}
