// The panel from top to bottom: who, what is seen, what was said, how things stand, where to write, what is always true.

import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { SiteInfo } from '#protocol';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';
import { Away } from './away/away.tsx';
import { describeOpening } from './away/describe-opening.ts';
import { Composer } from './composer/composer.tsx';
import { ContextCard } from './context-card/context-card.tsx';
import { Ended } from './ended/ended.tsx';
import { Foot } from './foot/foot.tsx';
import { Header } from './header/header.tsx';
import type { Texts } from './i18n/nl.ts';
import { listItems } from './log/list-items.ts';
import { Log } from './log/log.tsx';
import { chooseStateLine } from './state-line/choose-state-line.ts';
import { StateLine } from './state-line/state-line.tsx';
import { useConversation } from './use-conversation.ts';
import type { TimeWriter } from './write-time.ts';

export interface PanelViewProps {
  titleId: string;
  texts: Texts;
  writer: TimeWriter;
  conversation: Conversation;
  site: SiteInfo;
  open: boolean;
  /** Messages that came in while the panel was closed. */
  missed: number;
  close(): void;
  refreshSite(): Promise<void>;
  /** After each render. */
  drawn(): void;
}

/** The history of before is on the screen. */
function isUpToDate(state: ConversationState): boolean {
  if (state.phase === 'closed' && state.line !== 'live') return true;
  return !state.resumed || (state.phase !== 'starting' && state.log.lastSeq >= state.historySeq);
}

function Talk({
  texts,
  writer,
  conversation,
  site,
  open,
  missed,
  state,
}: PanelViewProps & { state: ConversationState }) {
  const [draft, setDraft] = useState({ text: conversation.draft });
  const items = useMemo(() => listItems(state, texts, writer, Date.now()), [state, texts, writer]);
  const { phase, operator, operatorTyping, obstacle } = state;
  const retry = (): void => conversation.retry();
  function takeBack(id: string, text: string): void {
    const joined = [conversation.draft.trim(), text].filter((part) => part !== '').join('\n');
    conversation.withdraw(id);
    conversation.keepDraft(joined);
    setDraft({ text: joined });
  }
  return (
    <>
      <Log
        items={items}
        texts={texts}
        open={open}
        upToDate={isUpToDate(state)}
        retry={retry}
        takeBack={takeBack}
      />
      <StateLine
        words={chooseStateLine(state, site.reach.state, texts)}
        typing={operatorTyping ? texts.typing(operator ?? texts.operator) : null}
        aloud={missed > 0 ? texts.newMessages(missed) : null}
        act={retry}
      />
      {phase !== 'none' && !conversation.isKept && <p class="vp-small vp-note">{texts.notKept}</p>}
      {phase === 'closed' ? (
        <Ended texts={texts} isGone={obstacle === 'gone'} startNew={() => conversation.forget()} />
      ) : (
        <Composer
          texts={texts}
          draft={draft}
          keepDraft={(text) => conversation.keepDraft(text)}
          send={(text) => conversation.write(text)}
        />
      )}
    </>
  );
}

export function PanelView(props: PanelViewProps) {
  const { titleId, texts, writer, conversation, site, open, close, refreshSite, drawn } = props;
  const state = useConversation(conversation);
  const { phase, operator, ending } = state;
  useEffect(() => {
    if (open && document.visibilityState === 'visible') conversation.markSeen();
  });
  useLayoutEffect(drawn);
  const canEnd = phase !== 'none' && phase !== 'closed' && !ending;
  const isAway = phase === 'none' && site.reach.state === 'away';
  return (
    <>
      <Header
        id={titleId}
        texts={texts}
        organisation={site.organisation}
        helper={phase === 'active' ? operator : null}
        close={close}
      />
      {isAway ? (
        <Away
          texts={texts}
          opening={describeOpening(site.reach, texts, writer, Date.now())}
          contact={site.contact}
          lookAgain={refreshSite}
        />
      ) : (
        <>
          <ContextCard texts={texts} read={() => conversation.context} />
          <Talk {...props} state={state} />
        </>
      )}
      <Foot texts={texts} site={site} end={canEnd ? () => conversation.end() : null} />
    </>
  );
}
