// All that stays on the device of a conversation: this tab's secret and draft, the messages on their way, and what other tabs should know.
import { type Language, maskNumbers } from '#protocol';
import { type Adopted, KeptOutbox } from './kept-outbox.ts';
import { createOutboxStore, type OutboxStore } from './outbox-store.ts';
import type { Chosen, SessionStore, StoredSession } from './session-store.ts';
import { createTabLocks, type TabLocks } from './tab-locks.ts';
import { Tabs } from './tabs.ts';

export interface DeviceMemoryOptions {
  siteId: string;
  /** Of the page, until the citizen chooses. */
  language: Language;
  /** This page's name. */
  device: string;
  store: SessionStore;
  /** Of a test; the browser's own otherwise. */
  outbox?: OutboxStore;
  locks?: TabLocks;
  /** Gives what cancels it. */
  after(ms: number, act: () => void): () => void;
  /** The device was searched. `found`: messages of pages that are gone, ours now. */
  adopted(adopted: Adopted): void;
  /** The message box of another tab has this in it. */
  drafted(text: string): void;
  /** Another tab showed the log up to there. */
  seen(upTo: number): void;
  /** Another tab's page went. */
  left(): void;
}

/** Writing takes some ms of a phone's processor. What it would do when it is lost: a message goes twice, and is known by its id (M2). */
const LAZY_MS = 500;

const NO_SESSION = {
  token: '',
  conversation: null,
  open: false,
  outbox: [],
  owed: [],
  seen: 0,
  draft: '',
  hidesPage: false,
  language: null,
  introduction: null,
};

/** Without it the next page would miss something: what was written, or what the citizen chose. */
function isPressing(session: StoredSession, written: StoredSession | null): boolean {
  if (written === null) return true;
  return (
    (['token', 'conversation', 'open', 'draft', 'hidesPage', 'language', 'introduction'] as const).some(
      (part) => session[part] !== written[part],
    ) ||
    session.owed.some((id) => !written.owed.includes(id)) ||
    session.outbox.some(({ id }) => !written.outbox.some((message) => message.id === id))
  );
}

export class DeviceMemory {
  readonly #options: DeviceMemoryOptions;
  readonly #outbox: KeptOutbox;
  readonly #tabs: Tabs;
  #session: StoredSession;
  #former: string | null = null;
  /** Nothing is kept on the device before the citizen accepted or sent something. */
  #mayKeep = false;
  #isWritten = true;
  #written: StoredSession | null = null;
  #cancelWriting: (() => void) | null = null;
  /** What stands in the box here was told to the other tabs, or came from one. */
  #isShared = true;

  constructor(options: DeviceMemoryOptions) {
    const { siteId, device, outbox = createOutboxStore(), locks = createTabLocks() } = options;
    this.#options = options;
    this.#session = { ...NO_SESSION, device };
    this.#outbox = new KeptOutbox({ store: outbox, locks, device, changed: () => this.save() });
    this.#tabs = new Tabs({
      siteId,
      describe: () => this.#describe(),
      drafted: (draft) => {
        // Said before they heard what the citizen writes here: that is newer, and they will hear it.
        if (!this.#isShared) return;
        this.note({ draft });
        options.drafted(draft);
      },
      seen: options.seen,
      left: options.left,
    });
  }

  get session(): StoredSession {
    return this.#session;
  }

  /** In which the citizen reads. */
  get language(): Language {
    return this.#session.language ?? this.#options.language;
  }

  /** False when this browser will forget something with the page. */
  get isKept(): boolean {
    return this.#isWritten && this.#outbox.fits;
  }

  /** Goes on with what an earlier page left, or another tab has. */
  recall(session: StoredSession): void {
    this.#former = session.device;
    const { draft } = session;
    this.#session = { ...session, device: this.#options.device, draft: maskNumbers(draft).text };
    this.#outbox.recall(session.outbox);
    this.#openShelf();
  }

  note(change: Partial<StoredSession>): void {
    this.#session = { ...this.#session, ...change };
    this.#openShelf();
    this.save();
  }

  /** Without BSN and IBAN, as all that stays on the device (T5). */
  choose({ introduction, ...chosen }: Partial<Chosen>): void {
    const told = introduction && {
      name: maskNumbers(introduction.name).text,
      subject: maskNumbers(introduction.subject).text,
    };
    this.note({ ...chosen, ...(told && { introduction: told }) });
  }

  /** What is not stored by the server yet, the ids of what its log does not show yet, and how far that was seen. */
  keep(
    unsent: readonly { id: string; text: string }[],
    { owed, seen }: Pick<StoredSession, 'owed' | 'seen'>,
  ): void {
    this.#mayKeep = true;
    this.#session = { ...this.#session, owed, seen };
    this.#tabs.join();
    this.#outbox.keep(unsent);
    this.save();
  }

  /** Written at every keystroke, kept a moment later; without BSN and IBAN (T5), which stay in the message box of this page alone. */
  draft(draft: string): void {
    this.#session = { ...this.#session, draft: maskNumbers(draft).text };
    this.#isShared = false;
  }

  shareSeen(upTo: number): void {
    this.#tabs.shareSeen(upTo);
  }

  saveDraft(): void {
    this.save();
    if (this.#mayKeep && !this.#isShared) this.#tabs.share(this.#session.draft);
    this.#isShared = true;
  }

  save(): void {
    if (!this.#mayKeep) return;
    this.#session = { ...this.#session, outbox: this.#outbox.pending };
    if (isPressing(this.#session, this.#written)) this.#write();
    else this.#cancelWriting ??= this.#options.after(LAZY_MS, () => this.#write());
  }

  /** Takes over what pages that are gone left unsent. */
  async adopt(): Promise<void> {
    const former = this.#former;
    this.#former = null;
    this.#options.adopted(await this.#outbox.adopt(former));
  }

  /** The page goes, perhaps into the back/forward cache. */
  leave(): void {
    if (this.#mayKeep) this.#write();
    this.#outbox.leave();
    this.#tabs.leave();
  }

  comeBack(): void {
    this.#outbox.comeBack();
    if (this.#mayKeep) this.#tabs.join();
  }

  /** The draft stays here: it was never sent. So does what the citizen chose. */
  forget(): void {
    const { open, draft, hidesPage, language, introduction } = this.#session;
    this.#mayKeep = false;
    this.#isShared = true;
    this.#tabs.leave();
    this.#outbox.wipe();
    this.#stopWriting();
    this.#options.store.wipe();
    this.#session = {
      ...NO_SESSION,
      device: this.#options.device,
      open,
      draft,
      hidesPage,
      language,
      introduction,
    };
  }

  #write(): void {
    this.#stopWriting();
    this.#session = { ...this.#session, outbox: this.#outbox.pending };
    this.#written = this.#session;
    this.#isWritten = this.#options.store.write(this.#session);
  }

  #stopWriting(): void {
    this.#cancelWriting?.();
    this.#cancelWriting = null;
    this.#written = null;
  }

  #openShelf(): void {
    const { conversation } = this.#session;
    if (conversation !== null) this.#outbox.open(`${this.#options.siteId} ${conversation}`);
  }

  #describe() {
    const { token, conversation, open, seen, draft, hidesPage, language, introduction } = this.#session;
    if (!this.#mayKeep || token === '') return null;
    return {
      kind: 'here' as const,
      token,
      conversation,
      open,
      seen,
      draft,
      hidesPage,
      language,
      introduction,
    };
  }
}
