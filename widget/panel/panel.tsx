// The panel's door for the loader: mounts it in the shadow root, draws it once a frame at most, and does what the citizen asks.

import { render } from 'preact';
import type { ConversationEvent, SiteInfo } from '#protocol';
import { askOtherTabs } from '../conversation/ask-other-tabs.ts';
import { createSessionStore, type StoredSession } from '../conversation/session-store.ts';
import { checkMessage } from './composer/check-message.ts';
import { keepKeysInside, stayAboveKeyboard } from './guest-manners.ts';
import { loadTexts } from './i18n/load-texts.ts';
import { LazyConversation } from './lazy-conversation.ts';
import { isCurrent } from './log/is-current.ts';
import { listItems, type Words } from './log/list-items.ts';
import { StayAtEnd } from './log/stay-at-end.ts';
import { PanelFocus } from './panel-focus.ts';
import type { PanelHandle, PanelHost } from './panel-host.ts';
import { type PanelActions, type PanelModel, PanelView } from './panel-view.tsx';
import { chooseSign } from './sign/choose-sign.ts';
import { createPanelSheet } from './styles.ts';
import { createTimeWriter } from './write-time.ts';

export type { PanelHandle, PanelHost } from './panel-host.ts';

const TITLE_ID = 'vp-title';
/** Time for the history to be on the screen before the log starts to speak. */
const SPEAK_AFTER_MS = 500;

class Panel implements PanelHandle {
  readonly #host: PanelHost;
  readonly #container = document.createElement('section');
  readonly #sheet = createPanelSheet();
  readonly #stop = new AbortController();
  readonly #talk: LazyConversation;
  readonly #focus = new PanelFocus(this.#container);
  readonly #stay = new StayAtEnd(() => this.#plan());
  #words: Words | null = null;
  #box: HTMLTextAreaElement | null = null;
  #draft = '';
  #site: SiteInfo;
  #open = false;
  #accepted: string | null = null;
  #asking = false;
  #showsContext = true;
  #complaint: string | null = null;
  #lookAnswer = '';
  #speaks = false;
  #planned = 0;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#site = host.site;
    const store = createSessionStore(host.siteId);
    const { server, siteId, language } = host;
    this.#talk = new LazyConversation(
      {
        server,
        siteId,
        language,
        store,
        readContext: () => host.context(),
        changed: () => this.#plan(),
        returned: (texts) => this.#setDraft([...texts, this.#draft.trim()].join('\n').trim()),
        drafted: (text) => this.#fillBox(text),
        news: (events) => this.#tell(events),
      },
      () => this.#open,
    );
    this.#mount();
    const session = store.read();
    if (session !== null) this.#pickUp(session);
    else askOtherTabs(siteId, (found) => this.#pickUp(found), this.#stop.signal);
    if (session === null || host.offer !== null) this.open();
    // After a page load nobody asked for us just now: be there, but leave the focus where it is.
    else if (session.open) this.#show();
  }

  open(): void {
    const { offer } = this.#host;
    if (offer !== null && offer !== this.#accepted) this.#talk.accept(offer);
    this.#accepted = offer;
    this.#focus.want();
    this.#show();
    if (this.#talk.state.phase === 'none') void this.#refreshSite();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    // What did not arrive before the end is the citizen's to use: the next page shows it as well.
    if (this.#talk.state.phase === 'closed' && this.#draft.trim() === '') this.#talk.loaded?.forget();
    this.#talk.keepOpen(false);
    this.#draw();
    this.#host.emit('closed');
    this.#host.closed();
  }

  contextChanged(): void {
    this.#talk.loaded?.contextChanged();
    this.#plan();
  }

  destroy(): void {
    cancelAnimationFrame(this.#planned);
    this.#stop.abort();
    this.#talk.destroy();
    render(null, this.#container);
    this.#container.remove();
    const { root } = this.#host;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  state(): { open: boolean; conversation: boolean } {
    const { phase } = this.#talk.state;
    return { open: this.#open, conversation: phase !== 'none' && phase !== 'closed' };
  }

  #pickUp(session: StoredSession): void {
    if (this.#talk.pickUp(session) && this.#draft === '') this.#fillBox(session.draft);
  }

  #mount(): void {
    const { root, language } = this.#host;
    const container = this.#container;
    const { signal } = this.#stop;
    Object.assign(container, { className: 'vp', hidden: true, tabIndex: -1 });
    container.setAttribute('aria-labelledby', TITLE_ID);
    container.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      if (this.#asking) this.#act.ask(false);
      else this.close();
    });
    keepKeysInside(container);
    stayAboveKeyboard(container, signal);
    document.addEventListener('visibilitychange', () => this.#plan(), { signal });
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    root.append(container);
    this.#host.sign(null);
    void loadTexts(language).then((texts) => {
      container.lang = texts.locale;
      this.#words = { texts, writer: createTimeWriter(texts) };
      this.#plan();
    });
  }

  #show(): void {
    const wasOpen = this.#open;
    this.#open = true;
    this.#talk.keepOpen(true);
    this.#plan();
    if (!wasOpen) this.#host.emit('opened');
  }

  /** In a task of its own: running this file and drawing it together would be one long task right after a click. */
  #plan(): void {
    cancelAnimationFrame(this.#planned);
    this.#planned = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const container = this.#container;
    container.hidden = !this.#open;
    if (this.#words === null) return;
    this.#host.sign(this.#open ? null : chooseSign(this.#talk.state, this.#words.texts));
    if (!this.#open) return;
    const model = this.#describe(this.#words);
    render(<PanelView model={model} act={this.#act} />, container);
    this.#stay.follow(model.items);
    this.#focus.settle();
    if (model.isCurrent) this.#speakSoon();
    if (document.visibilityState === 'visible') this.#talk.loaded?.markSeen();
  }

  #describe(words: Words): PanelModel {
    const { state, hidesPage } = this.#talk;
    const now = Date.now();
    return {
      ...words,
      titleId: TITLE_ID,
      now,
      site: this.#site,
      state,
      items: listItems(state, words, now),
      hidesPage,
      context: this.#showsContext && !hidesPage ? this.#host.context() : null,
      isKept: this.#talk.isKept,
      isCurrent: isCurrent(state),
      speaks: this.#speaks,
      scrolledUp: this.#stay.scrolledUp,
      hasDraft: this.#draft.trim() !== '',
      complaint: this.#complaint,
      asking: this.#asking,
      lookAnswer: this.#lookAnswer,
    };
  }

  #speakSoon(): void {
    if (this.#speaks) return;
    setTimeout(() => {
      this.#speaks = true;
      this.#plan();
    }, SPEAK_AFTER_MS);
  }

  readonly #act: PanelActions = {
    close: () => this.close(),
    attachLog: this.#stay.attach,
    attachBox: (box) => {
      this.#box = box;
      if (box !== null) box.value = this.#draft;
    },
    toEnd: this.#stay.toEnd,
    toggled: (open) => {
      this.#showsContext = open;
      this.#plan();
    },
    hidePage: (hidesPage) => this.#talk.hidePage(hidesPage),
    note: () => {
      this.#setDraft(this.#box?.value ?? '');
      if (this.#complaint !== null) this.#complain(null);
      this.#talk.prepare();
    },
    submit: () => this.#submit(),
    retry: () => this.#talk.loaded?.retry(),
    startNew: () => {
      this.#talk.loaded?.forget();
      void this.#refreshSite();
    },
    ask: (asking) => {
      this.#asking = asking;
      this.#focus.want(asking ? '.vp-stay' : '.vp-end');
      this.#plan();
    },
    end: () => {
      this.#asking = false;
      this.#talk.end();
    },
    lookAgain: () => void this.#lookAgain(),
  };

  #fillBox(text: string): void {
    this.#draft = text;
    if (this.#box !== null && this.#box.value !== text) this.#box.value = text;
  }

  #setDraft(text: string): void {
    this.#fillBox(text);
    this.#talk.keepDraft(text);
  }

  #complain(complaint: string | null): void {
    this.#complaint = complaint;
    this.#plan();
  }

  #submit(): void {
    if (this.#words === null || this.#box === null) return;
    const { texts } = this.#words;
    const text = this.#box.value.trim();
    this.#box.focus();
    this.#complain(checkMessage(text, texts));
    if (this.#complaint !== null) return;
    this.#setDraft('');
    this.#talk.write(text);
    this.#talk.keepOpen(true);
  }

  async #lookAgain(): Promise<void> {
    this.#lookAnswer = this.#words?.texts.looking ?? '';
    this.#plan();
    await this.#refreshSite();
    this.#lookAnswer = this.#words?.texts.stillAway ?? '';
    this.#plan();
  }

  async #refreshSite(): Promise<void> {
    try {
      this.#site = await this.#host.refreshSite();
      this.#plan();
    } catch {
      // The relay is out of reach: what we knew is the best we have, and sending will say that there is no connection.
    }
  }

  #tell(events: readonly ConversationEvent[]): void {
    for (const event of events) {
      // Who wrote, never what: the page is not a party to the conversation.
      if (event.kind === 'message') this.#host.emit('message', { from: event.from });
    }
  }
}

export function openPanel(host: PanelHost): PanelHandle {
  return new Panel(host);
}
