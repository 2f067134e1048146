// The way to the panel: its chunk is fetched when it is needed, opened once, and told what changes.
import type { PageContext } from '#protocol';
import { announce } from './announce.ts';
import type { DeskHost } from './desk-host.ts';
import type { Word } from './offer/offer-run.ts';
import type { Relay } from './offer/relay.ts';
import type { PanelHandle, PanelHost } from './panel/panel-host.ts';
import { wearTheme } from './theme/theme.ts';

export interface ChatOptions {
  host: DeskHost;
  relay: Relay;
  context(): PageContext;
  say(word: Word): void;
}

export interface Chat {
  /** Fetches the code without opening anything. */
  prepare(): Promise<typeof import('./panel/panel.tsx')>;
  open(offer: string | null): Promise<void>;
  panel(): PanelHandle | undefined;
}

export function createChat({ host, relay, context, say }: ChatOptions): Chat {
  const { widget, floats, page, site, setButton } = host;
  const { server, siteId, language } = widget.tag;
  let panel: PanelHandle | undefined;
  let accepted: string | null = null;

  const prepare = () => import('./panel/panel.tsx');
  const panelHost: PanelHost = {
    root: floats.root,
    site,
    server,
    siteId,
    language,
    context,
    get offer() {
      return accepted;
    },
    emit(name, detail) {
      if (name === 'opened') say('chat-opened');
      announce(name, detail);
    },
    closed() {
      say('chat-closed');
      setButton(true);
      floats.button.focus();
    },
    refreshSite: relay.site,
  };

  return {
    prepare,
    panel: () => panel,
    async open(offer) {
      accepted = offer ?? accepted;
      const { openPanel } = await prepare();
      wearTheme(floats.host, page.region);
      if (panel) panel.open();
      else panel = openPanel(panelHost);
      setButton(!panel.state().open);
    },
  };
}
