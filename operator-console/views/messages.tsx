// The log of one conversation: what was said and what happened, then what is still on its way.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ConversationEvent } from '#protocol';
import type { OutboxEntry } from '#protocol/outbox';
import type { Thread } from '../desk-model.ts';
import { nl } from '../i18n/nl.ts';
import { sayEvent } from '../i18n/say-event.ts';
import { Moment } from '../ui/ticking.tsx';
import { CopyButton } from './copy-button.tsx';

/** Closer to the end than this, the reader is following along. */
const FOLLOWING_PX = 80;

export function Messages({ thread, operator }: { thread: Thread; operator: string | null }) {
  const log = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const { events } = thread.log;
  const { entries } = thread.outbox;
  useEffect(() => {
    // Scrolled by keyboard, a region without links must take the focus: no browser but Chrome does that by itself.
    if (log.current) log.current.tabIndex = 0;
  }, []);
  useLayoutEffect(() => {
    if (following.current) log.current?.scrollTo({ top: log.current.scrollHeight });
  });
  const noteScroll = (): void => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = log.current ?? {};
    following.current = scrollHeight - scrollTop - clientHeight < FOLLOWING_PX;
  };
  return (
    // News is told by the live region, once; a log that reads itself out would tell the operator's own words too.
    <div
      ref={log}
      class="log"
      role="log"
      aria-live="off"
      aria-label={nl.conversation.log}
      onScroll={noteScroll}
    >
      <ol>
        {events.map((event) => (
          <Line key={event.seq} event={event} thread={thread} operator={operator} />
        ))}
        {entries.map((entry) => (
          <Unsent key={entry.id} entry={entry} />
        ))}
        {thread.typing && <li class="typing">{nl.conversation.typing}</li>}
      </ol>
    </div>
  );
}

interface LineProps {
  event: ConversationEvent;
  thread: Thread;
  operator: string | null;
}

function Line({ event, thread, operator }: LineProps) {
  if (event.kind !== 'message') {
    return (
      <li class="happening">
        {sayEvent(event, thread.log.events)} <Moment at={event.at} />
      </li>
    );
  }
  if (event.from === 'visitor') {
    return (
      <Bubble side="citizen" author={nl.conversation.citizen} text={event.text}>
        <Moment at={event.at} />
      </Bubble>
    );
  }
  const author = event.author === operator ? nl.conversation.you : (event.author ?? '');
  return (
    <Bubble side="operator" author={author} text={event.text}>
      <Moment at={event.at} /> · {event.seq <= thread.citizenReadSeq ? nl.state.read : nl.state.stored}
    </Bubble>
  );
}

function Unsent({ entry }: { entry: OutboxEntry }) {
  const failed = entry.state === 'failed';
  return (
    <Bubble side="operator" author={nl.conversation.you} text={entry.text} failed={failed}>
      {sayState(entry)} {failed && <CopyButton text={entry.text} />}
    </Bubble>
  );
}

interface BubbleProps {
  side: 'citizen' | 'operator';
  author: string;
  text: string;
  failed?: boolean;
  children: ComponentChildren;
}

function Bubble({ side, author, text, failed = false, children }: BubbleProps) {
  return (
    <li class={`bubble bubble-${side}${failed ? ' bubble-failed' : ''}`}>
      {/* Own words are known by their side; only ears need the name. */}
      <span class={author === nl.conversation.you ? 'unseen' : 'author'}>{author}</span>
      <p class="text" dir="auto">
        {text}
      </p>
      <span class="fine">{children}</span>
    </li>
  );
}

function sayState(entry: OutboxEntry): string {
  return entry.state === 'failed' ? nl.state.failed[entry.because ?? 'retry'] : nl.state[entry.state];
}
