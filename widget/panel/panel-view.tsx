// The panel from top to bottom: who, what is seen, what was said, how things stand, where to write, what is always true.
import type { PageContext, SiteInfo } from '#protocol';
import type { ConversationState } from '../conversation/conversation-state.ts';
import { Away } from './away/away.tsx';
import { describeOpening } from './away/describe-opening.ts';
import { Composer } from './composer/composer.tsx';
import { ContextCard } from './context-card/context-card.tsx';
import { Ended } from './ended/ended.tsx';
import { Foot } from './foot/foot.tsx';
import { Header } from './header/header.tsx';
import type { Texts } from './i18n/nl.ts';
import { Leave } from './leave/leave.tsx';
import type { LogItem } from './log/list-items.ts';
import { Log } from './log/log.tsx';
import { chooseStateLine } from './state-line/choose-state-line.ts';
import { StateLine } from './state-line/state-line.tsx';
import type { TimeWriter } from './write-time.ts';

export interface PanelModel {
  readonly titleId: string;
  readonly texts: Texts;
  readonly writer: TimeWriter;
  readonly now: number;
  readonly site: SiteInfo;
  readonly state: ConversationState;
  readonly items: readonly LogItem[];
  /** Read only while it is shown. */
  readonly context: PageContext | null;
  readonly hidesPage: boolean;
  /** The browser keeps the conversation over a page load. */
  readonly isKept: boolean;
  readonly isCurrent: boolean;
  readonly speaks: boolean;
  readonly scrolledUp: boolean;
  readonly hasDraft: boolean;
  readonly complaint: string | null;
  readonly asking: boolean;
  readonly lookAnswer: string;
}

export interface PanelActions {
  close(): void;
  attachLog(log: HTMLElement | null): void;
  attachBox(box: HTMLTextAreaElement | null): void;
  toEnd(): void;
  note(): void;
  submit(): void;
  retry(): void;
  startNew(): void;
  ask(asking: boolean): void;
  end(): void;
  lookAgain(): void;
  toggled(open: boolean): void;
  hidePage(hidesPage: boolean): void;
}

interface PanelViewProps {
  model: PanelModel;
  act: PanelActions;
}

function Talk({ model, act }: PanelViewProps) {
  const { texts, site, state } = model;
  const { phase, operator, operatorTyping, obstacle } = state;
  return (
    <>
      <ContextCard
        texts={texts}
        context={model.context}
        isNew={model.items.length === 0}
        isHidden={model.hidesPage}
        toggled={act.toggled}
        hide={act.hidePage}
      />
      <Log {...model} attach={act.attachLog} toEnd={act.toEnd} retry={act.retry} />
      <StateLine
        words={chooseStateLine(state, site.reach.state, texts)}
        typing={operatorTyping ? texts.typing(operator ?? texts.operator) : null}
        act={act.retry}
      />
      {phase !== 'none' && !model.isKept && <p class="vp-small vp-note">{texts.notKept}</p>}
      {phase === 'closed' ? (
        <Ended texts={texts} isGone={obstacle === 'gone'} hasDraft={model.hasDraft} startNew={act.startNew} />
      ) : (
        <Composer
          texts={texts}
          complaint={model.complaint}
          attach={act.attachBox}
          note={act.note}
          submit={act.submit}
        />
      )}
    </>
  );
}

export function PanelView({ model, act }: PanelViewProps) {
  const { texts, site, state } = model;
  const { phase, operator, ending } = state;
  const isAway = phase === 'none' && site.reach.state === 'away';
  const canEnd = phase !== 'none' && phase !== 'closed' && !ending;
  return (
    <>
      <Header
        id={model.titleId}
        texts={texts}
        organisation={site.organisation}
        helper={phase === 'active' ? operator : null}
        close={act.close}
      />
      {isAway ? (
        <Away
          texts={texts}
          opening={describeOpening(site.reach, texts, model.writer, model.now)}
          contact={site.contact}
          answer={model.lookAnswer}
          lookAgain={act.lookAgain}
        />
      ) : (
        <Talk model={model} act={act} />
      )}
      <Foot texts={texts} phone={isAway ? null : site.contact.phone} privacyUrl={site.privacyUrl}>
        {canEnd && <Leave texts={texts} asking={model.asking} ask={act.ask} end={act.end} />}
      </Foot>
    </>
  );
}
