// What the loader gives to the offer desk (the chunk that thinks and talks), and what it gets back.
import type { SiteInfo, SiteWords } from '#protocol';
import type { Floats } from './offer/floats.ts';
import type { Word } from './offer/offer-run.ts';
import type { Mode, OfferReport } from './offer/report.ts';
import type { Door } from './sensors/door.ts';
import type { Happened } from './sensors/happening.ts';
import type { Page } from './sensors/page.ts';
import type { Tag } from './tag.ts';

/** Why there are no offers on this page, if so: a no earlier in this visit, or the page asked for it. */
export type Quiet = 'declined' | 'resting' | undefined;
export interface DeskHost {
  widget: {
    readonly tag: Tag;
    readonly door: Door;
    /** What happened, from the start on. */
    readonly memory: { past: readonly Happened[] };
    readonly mode: Mode;
    readonly quiet?: Quiet;
  };
  page: Page;
  site: SiteInfo;
  /** In the language that the citizen reads now. */
  words: SiteWords;
  floats: Floats;
  setButton(visible: boolean, label?: string): void;
  /** The chat could not be opened: the button says so. */
  fail(): void;
}

export interface Desk {
  take(happened: Happened): void;
  say(word: Word): void;
  /** `resume`: after a page load, not because the citizen asked. */
  open(resume?: boolean): unknown;
  close(): void;
  inspect(): unknown;
  state(): OfferReport;
  /** The page was looked at again, moved or resized. */
  settle(): void;
  destroy(): void;
}
