// What the loader gives to the panel, and what it gets back.
import type { Language, PageContext, SiteInfo } from '#protocol';

/** What the chat button says while the panel is closed. */
export interface ButtonSign {
  /** One or two characters on its corner. */
  mark: string;
  words: string;
  /** Said once to who cannot see it. */
  aloud: string;
}

export interface PanelHost {
  root: ShadowRoot;
  site: SiteInfo;
  /** Origin of the relay. */
  server: string;
  siteId: string;
  language: Language;
  /** A fresh snapshot of what the operator may see of the page. */
  context(): PageContext | null;
  /** The offer that the citizen accepted, if that is why we are here. */
  offer: string | null;
  emit(name: 'opened' | 'closed' | 'message' | 'callback-requested' | 'error', detail?: unknown): void;
  /** The citizen closed the panel: the button comes back and gets the focus. */
  closed(): void;
  sign(sign: ButtonSign | null): void;
  /** Asks anew, in that language; the chat button then speaks it too. */
  refreshSite(language: Language): Promise<SiteInfo>;
}

export interface PanelHandle {
  /** Opens because the citizen asks for it: takes the focus, and takes up an accepted offer. */
  open(): void;
  close(): void;
  contextChanged(): void;
  destroy(): void;
  state(): { open: boolean; conversation: boolean };
}
