// What the loader gives to the offer desk (the chunk that thinks and talks), and what it gets back.
import type { SiteInfo } from '#protocol';
import type { Door } from '../sensors/door.ts';
import type { Happened } from '../sensors/happening.ts';
import type { Page } from '../sensors/page.ts';
import type { Mode, Tag } from '../tag.ts';
import type { VangnetState } from '../vangnet.ts';
import type { Floats } from './floats.ts';
import type { OfferInput } from './offer-state.ts';

/** Our events on the document, for the page's own scripts (contract, section 3). */
export type Announce = (name: string, detail?: unknown) => void;
/** Why there are no offers on this page, if so: a no earlier in this visit, or the page asked for it. */
export type Quiet = 'declined' | 'resting' | undefined;
/** What can be said to the offer, without its time and without what only the desk itself knows. */
export type Word = Exclude<OfferInput['type'], 'tick' | 'answer'>;

export interface DeskHost {
  page: Page;
  tag: Tag;
  mode: Mode;
  site: SiteInfo;
  door: Door;
  floats: Floats;
  /** What was seen before the desk was there. */
  past: readonly Happened[];
  quiet(): Quiet;
  announce: Announce;
  setButton(visible: boolean): void;
  /** The chat could not be opened: the button says so. */
  fail(): void;
}

export interface Desk {
  take(happened: Happened): void;
  say(word: Word): void;
  open(): unknown;
  close(): void;
  inspect(): unknown;
  state(): VangnetState;
  /** The page was looked at again, moved or resized. */
  settle(): void;
  destroy(): void;
}
