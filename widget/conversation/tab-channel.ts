// What the tabs of one site tell each other: that there is a conversation, what is in the message box, what was seen, that a page goes. Never messages.

export type TabWord =
  /** A page without a conversation asks whether there is one. */
  | { kind: 'ask' }
  | {
      kind: 'here';
      token: string;
      conversation: string | null;
      open: boolean;
      seen: number;
      draft: string;
      hidesPage: boolean;
      language: string | null;
      introduction: unknown;
    }
  | { kind: 'draft'; text: string }
  /** The log was on the screen up to there. */
  | { kind: 'seen'; upTo: number }
  | { kind: 'left' };

export interface TabChannel {
  say(word: TabWord): void;
  close(): void;
}

/** The page has the same channels: what is not a word of ours is not heard. */
function readWord(data: unknown): TabWord | null {
  const {
    kind,
    token,
    conversation,
    open,
    seen,
    draft,
    hidesPage,
    language,
    introduction,
    text,
    upTo,
  }: Partial<Record<string, unknown>> = Object(data);
  if (kind === 'ask' || kind === 'left') return { kind };
  if (kind === 'draft') return typeof text === 'string' ? { kind, text } : null;
  if (kind === 'seen') return typeof upTo === 'number' ? { kind, upTo } : null;
  if (kind !== 'here' || typeof token !== 'string' || typeof draft !== 'string') return null;
  return {
    kind,
    token,
    conversation: typeof conversation === 'string' ? conversation : null,
    open: open === true,
    seen: typeof seen === 'number' ? seen : 0,
    draft,
    hidesPage: hidesPage === true,
    language: typeof language === 'string' ? language : null,
    introduction,
  };
}

export function openTabChannel(siteId: string, hear: (word: TabWord) => void): TabChannel {
  const channel = new BroadcastChannel(`vangnet:${siteId}`);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const word = readWord(data);
    if (word !== null) hear(word);
  };
  return {
    say: (word) => channel.postMessage(word),
    close: () => channel.close(),
  };
}
