// The panel's door for the loader: mounts it in the shadow root, opens and closes it, keeps the focus and the page's keys apart.

import { render } from 'preact';
import type { ConversationEvent, SiteInfo } from '#protocol';
import { Conversation } from '../conversation/conversation.ts';
import { TEXTS } from './i18n/texts.ts';
import { createFocusKeeper, focusFirst } from './keep-focus.ts';
import type { PanelHandle, PanelHost } from './panel-host.ts';
import { PanelView } from './panel-view.tsx';
import { createPanelSheet } from './styles.ts';
import { createTimeWriter } from './write-time.ts';

export type { PanelHandle, PanelHost } from './panel-host.ts';

const TITLE_ID = 'vp-title';

/** The page's own shortcuts must not answer to what someone writes to us: from outside, our text box is not a text box. */
function keepKeysInside(container: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup', 'input', 'change'] as const) {
    container.addEventListener(type, (event) => event.stopPropagation());
  }
}

/** A virtual keyboard covers what is fixed at the bottom, on iOS without resizing the page. */
function stayAboveKeyboard(container: HTMLElement, signal: AbortSignal): void {
  const viewport = window.visualViewport;
  if (viewport === null) return;
  const place = (): void => {
    // Zoomed in by hand, the difference is not a keyboard.
    const covered = viewport.scale === 1 ? innerHeight - viewport.height - viewport.offsetTop : 0;
    container.style.setProperty('--vp-keyboard', `${Math.max(0, Math.round(covered))}px`);
  };
  viewport.addEventListener('resize', place, { signal });
  viewport.addEventListener('scroll', place, { signal });
}

class Panel implements PanelHandle {
  readonly #host: PanelHost;
  readonly #container = document.createElement('section');
  readonly #sheet = createPanelSheet();
  readonly #stop = new AbortController();
  readonly #conversation: Conversation;
  readonly #focus = createFocusKeeper(this.#container);
  readonly #texts;
  readonly #writer;
  #site: SiteInfo;
  #open = false;
  #missed = 0;
  #wantsFocus = false;
  #planned: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#site = host.site;
    this.#texts = TEXTS[host.language];
    this.#writer = createTimeWriter(this.#texts);
    this.#conversation = new Conversation({
      server: host.server,
      siteId: host.siteId,
      language: host.language,
      readContext: () => host.context(),
      news: (events) => this.#tell(events),
    });
    this.#mount();
    const resumed = this.#conversation.resume();
    // After a page load nobody asked for us just now: be there, but leave the focus where it is.
    if (resumed === null) this.open();
    else if (resumed.open) this.#show(false);
  }

  open(): void {
    const { offer } = this.#host;
    if (offer !== null) this.#conversation.accept(offer);
    this.#show(true);
    if (this.#conversation.state.phase === 'none') void this.#refreshSite();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#missed = 0;
    if (this.#conversation.state.phase === 'closed') this.#conversation.forget();
    else this.#conversation.keepOpen(false);
    this.#draw();
    this.#host.emit('closed');
    this.#host.closed();
  }

  contextChanged(): void {
    this.#conversation.contextChanged();
    if (this.#open) this.#plan();
  }

  destroy(): void {
    clearTimeout(this.#planned);
    this.#stop.abort();
    this.#conversation.destroy();
    render(null, this.#container);
    this.#container.remove();
    const { root } = this.#host;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  state(): { open: boolean; conversation: boolean } {
    const { phase } = this.#conversation.state;
    return { open: this.#open, conversation: phase !== 'none' && phase !== 'closed' };
  }

  #mount(): void {
    const { root, language } = this.#host;
    const container = this.#container;
    container.className = 'vp';
    container.lang = language;
    container.hidden = true;
    container.tabIndex = -1;
    container.setAttribute('aria-labelledby', TITLE_ID);
    container.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing) this.close();
    });
    keepKeysInside(container);
    stayAboveKeyboard(container, this.#stop.signal);
    document.addEventListener('visibilitychange', () => this.#open && this.#plan(), {
      signal: this.#stop.signal,
    });
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    root.append(container);
  }

  #show(takesFocus: boolean): void {
    const wasOpen = this.#open;
    this.#open = true;
    this.#wantsFocus ||= takesFocus;
    this.#conversation.keepOpen(true);
    // In a task of its own: running this file and drawing it together would be one long task right after a click.
    this.#plan();
    if (!wasOpen) this.#host.emit('opened');
  }

  #plan(): void {
    clearTimeout(this.#planned);
    this.#planned = setTimeout(() => this.#draw());
  }

  #draw(): void {
    const container = this.#container;
    container.hidden = !this.#open;
    render(
      <PanelView
        titleId={TITLE_ID}
        texts={this.#texts}
        writer={this.#writer}
        conversation={this.#conversation}
        site={this.#site}
        open={this.#open}
        missed={this.#missed}
        close={() => this.close()}
        refreshSite={() => this.#refreshSite()}
        drawn={() => this.#focus.check()}
      />,
      container,
    );
    if (this.#open && this.#wantsFocus) focusFirst(container);
    this.#wantsFocus = false;
  }

  async #refreshSite(): Promise<void> {
    try {
      this.#site = await this.#host.refreshSite();
      if (this.#open) this.#draw();
    } catch {
      // The relay is out of reach: what we knew is the best we have, and sending will say that there is no connection.
    }
  }

  #tell(events: readonly ConversationEvent[]): void {
    for (const event of events) {
      if (event.kind !== 'message') continue;
      // Who wrote, never what: the page is not a party to the conversation.
      this.#host.emit('message', { from: event.from });
      if (!this.#open && event.from === 'operator') this.#missed += 1;
    }
  }
}

export function openPanel(host: PanelHost): PanelHandle {
  return new Panel(host);
}
