// The panel's door for the loader: mounts it in the shadow root, draws it once a frame at most, and does what the citizen asks.
import { render } from 'preact';
import type { ConversationEvent, Language, SiteInfo } from '#protocol';
import { askOtherTabs } from '../conversation/ask-other-tabs.ts';
import { isNew } from '../conversation/conversation-state.ts';
import { makeUuid } from '../conversation/random-ids.ts';
import { createSessionStore, type StoredSession } from '../conversation/session-store.ts';
import { Beat } from './beat.ts';
import { checkMessage } from './composer/check-message.ts';
import { LateParts } from './late-parts.ts';
import { LazyConversation } from './lazy-conversation.ts';
import { mountFrame } from './mount-frame.ts';
import { PanelFocus } from './panel-focus.ts';
import type { PanelHandle, PanelHost } from './panel-host.ts';
import { type PanelActions, type PanelModel, PanelView, showsWays } from './panel-view.tsx';
import { signNow } from './sign/choose-sign.ts';
import { Speech, type Words } from './speech.ts';
import { adopt, PANEL_STYLE } from './styles.ts';

export { fetchAhead } from './fetch-ahead.ts';
export type { PanelHandle, PanelHost } from './panel-host.ts';

const TITLE_ID = 'vp-title';

class Panel implements PanelHandle {
  readonly #host: PanelHost;
  readonly #container = document.createElement('section');
  readonly #stop = new AbortController();
  readonly #talk: LazyConversation;
  readonly #late: LateParts;
  readonly #beat = new Beat(() => this.#draw());
  readonly #focus = new PanelFocus(this.#container);
  readonly #speech: Speech;
  #box: HTMLTextAreaElement | null = null;
  #draft = '';
  #site: SiteInfo;
  #open = false;
  #accepted: string | null = null;
  #asking = false;
  #showsContext = true;
  #complaint: string | null = null;
  #screen: PanelModel['screen'] = null;

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
      (style) => this.#wear(style),
    );
    this.#late = new LateParts({
      came: (style) => {
        this.#wear(style);
        this.#plan();
      },
      isNeeded: () => this.#open,
      signal: this.#stop.signal,
    });
    this.#speech = new Speech(host.root.host, host.site.dutchForm, () => this.#plan());
    this.#mount();
    const session = store.read();
    void this.#speech.speak(session?.language ?? language);
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
    this.#talk.loaded?.stay();
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
    this.#beat.stop();
    this.#stop.abort();
    this.#talk.destroy();
    render(null, this.#container);
    this.#container.remove();
  }

  state(): { open: boolean; conversation: boolean } {
    const { phase } = this.#talk.state;
    return { open: this.#open, conversation: phase !== 'none' && phase !== 'closed' };
  }

  #pickUp(session: StoredSession): void {
    if (!this.#talk.pickUp(session)) return;
    if (this.#draft === '') this.#fillBox(session.draft);
    if (this.#talk.chosen.language !== this.#host.language) void this.#speak(this.#talk.chosen.language);
  }

  #mount(): void {
    const { root } = this.#host;
    const container = this.#container;
    mountFrame(container, {
      titleId: TITLE_ID,
      onEscape: () => (this.#asking ? this.#act.ask(false) : this.close()),
      looked: () => this.#plan(),
      signal: this.#stop.signal,
    });
    this.#wear(PANEL_STYLE);
    root.append(container);
    this.#host.sign(null);
  }

  async #speak(language: Language): Promise<void> {
    if (!(await this.#speech.speak(language))) return;
    this.#talk.choose({ language });
    await this.#refreshSite();
  }

  #wear(style: string): void {
    this.#stop.signal.addEventListener('abort', adopt(this.#host.root, style));
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
    // A tab that is not looked at draws nothing, and is marked.
    if (document.hidden) signNow(this.#talk, this.#speech);
    this.#beat.plan();
  }

  #draw(): void {
    const container = this.#container;
    container.hidden = !this.#open;
    const { words } = this.#speech;
    if (words === null) return;
    const sign = signNow(this.#talk, this.#speech);
    this.#host.sign(this.#open ? null : sign);
    if (!this.#open) return;
    render(<PanelView model={this.#describe(words)} act={this.#act} />, container);
    this.#focus.settle();
    if (document.visibilityState === 'visible') this.#talk.loaded?.markSeen();
  }

  #describe(words: Words): PanelModel {
    const { state, chosen } = this.#talk;
    const shown = { screen: this.#screen, site: this.#site, state };
    return {
      ...words,
      ...shown,
      questions: this.#site.asks && isNew(state) ? this.#late.introduction.loaded : null,
      ways: showsWays(shown) ? this.#late.ways.loaded : null,
      tongues: this.#late.tongues.loaded,
      after: state.phase === 'closed' ? this.#late.after.loaded : null,
      notices: this.#talk.code?.notices ?? null,
      queue: state.queue ? this.#late.queue.loaded : null,
      siteUrl: `${this.#host.server}/v1/sites/${this.#host.siteId}`,
      token: this.#talk.loaded?.token ?? null,
      titleId: TITLE_ID,
      now: Date.now(),
      talk: this.#talk.code,
      hidesPage: chosen.hidesPage,
      introduction: chosen.introduction,
      context: this.#showsContext && !chosen.hidesPage ? this.#host.context() : null,
      isKept: this.#talk.isKept,
      hasDraft: this.#draft.trim() !== '',
      complaint: this.#complaint,
      asking: this.#asking,
    };
  }

  readonly #act: PanelActions = {
    close: () => this.close(),
    attachBox: (box) => {
      this.#box = box;
      if (box !== null) box.value = this.#draft;
    },
    toggled: (open) => {
      // To be drawn open is a toggle as well.
      if (open !== this.#showsContext) this.#plan();
      this.#showsContext = open;
    },
    speak: (language) => void this.#speak(language),
    prefer: (chosen) => this.#talk.choose(chosen),
    introduce: (answer) => this.#talk.introduce(answer),
    note: () => {
      this.#setDraft(this.#box?.value ?? '');
      if (this.#complaint !== null) this.#complain(null);
      this.#talk.prepare();
    },
    submit: () => this.#submit(),
    retry: () => this.#talk.loaded?.retry(),
    stay: () => this.#talk.loaded?.stay(),
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
    lookAgain: () => this.#refreshSite(),
    makeId: makeUuid,
    seePage: () => (this.#talk.chosen.hidesPage ? null : this.#host.context()),
    choose: (screen) => {
      this.#screen = screen;
      this.#focus.want();
      this.#plan();
    },
    requested: (kind) => void (kind === 'call-back' && this.#host.emit('callback-requested')),
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
    const { texts } = this.#speech.words ?? {};
    if (texts === undefined || this.#box === null) return;
    this.#box.focus();
    const text = this.#box.value.trim();
    // Enter alone is an answer when it was asked who is there.
    if (text === '' && this.#talk.loaded?.stay()) return;
    this.#complain(checkMessage(text, texts));
    if (this.#complaint !== null) return;
    this.#setDraft('');
    this.#talk.write(text);
    this.#talk.keepOpen(true);
  }

  async #refreshSite(): Promise<void> {
    try {
      this.#site = await this.#host.refreshSite(this.#talk.chosen.language);
      this.#plan();
    } catch {
      // The relay is out of reach: what we knew is the best we have, and sending will say that there is no connection.
    }
  }

  #tell(events: readonly ConversationEvent[]): void {
    // Who wrote, never what: the page is not a party to the conversation.
    for (const event of events)
      if (event.kind === 'message') this.#host.emit('message', { from: event.from });
  }
}

export const openPanel = (host: PanelHost): PanelHandle => new Panel(host);
