// The conversation from old to new. Stays at the newest unless the citizen scrolls up; reads each new message aloud once.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Texts } from '../i18n/nl.ts';
import { Message } from '../message/message.tsx';
import type { LogItem } from './list-items.ts';

interface LogProps {
  items: readonly LogItem[];
  texts: Texts;
  open: boolean;
  /** False while history comes in: it is not news, and a screen reader would read all of it. */
  upToDate: boolean;
  retry(): void;
  takeBack(id: string, text: string): void;
}

/** A finger leaves the log a few pixels from the end and means the end. */
const NEAR_END_PX = 40;
/** Time for the history to be on the screen before the log starts to speak. */
const SPEAK_AFTER_MS = 500;

function useSpeaking(upToDate: boolean): boolean {
  const [speaking, setSpeaking] = useState(upToDate);
  useEffect(() => {
    if (!upToDate) return;
    const timer = setTimeout(() => setSpeaking(true), SPEAK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [upToDate]);
  return speaking;
}

function useStayAtEnd(items: readonly LogItem[], open: boolean) {
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const newest = useRef<string | undefined>(undefined);
  const [scrolledUp, setScrolledUp] = useState(false);

  function toEnd(): void {
    const element = log.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }
  function noteScroll(): void {
    const element = log.current;
    if (element === null || element.clientHeight === 0) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
    setScrolledUp(!atEnd.current);
  }
  useLayoutEffect(() => {
    const last = items.at(-1);
    const isNew = last?.key !== newest.current;
    newest.current = last?.key;
    if (atEnd.current || (isNew && last?.kind === 'message' && last.mine)) toEnd();
  }, [items, open]);
  useEffect(() => {
    if (log.current === null) return;
    // Not every browser lets the keyboard scroll what cannot be focused.
    log.current.tabIndex = 0;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    observer.observe(log.current);
    return () => observer.disconnect();
  }, []);
  return { log, noteScroll, scrolledUp, toEnd };
}

export function Log({ items, texts, open, upToDate, retry, takeBack }: LogProps) {
  const { log, noteScroll, scrolledUp, toEnd } = useStayAtEnd(items, open);
  const speaking = useSpeaking(upToDate);
  return (
    <div class="vp-log-frame">
      <div
        ref={log}
        class="vp-log"
        role="log"
        aria-label={texts.log}
        aria-live={speaking ? 'polite' : 'off'}
        aria-relevant="additions"
        onScroll={noteScroll}
      >
        {items.length === 0 && <p class="vp-notice">{upToDate ? texts.emptyLog : texts.loading}</p>}
        {items.map((item) =>
          item.kind === 'message' ? (
            <Message key={item.key} item={item} texts={texts} retry={retry} takeBack={takeBack} />
          ) : (
            <p key={item.key} class={`vp-small vp-${item.kind}`}>
              {item.text}
            </p>
          ),
        )}
      </div>
      {scrolledUp && (
        <button type="button" class="vp-button vp-jump" onClick={toEnd}>
          {texts.jump}
        </button>
      )}
    </div>
  );
}
