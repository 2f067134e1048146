// The panel from top to bottom: who, what is seen, what was said, how things stand, where to write, what is always true.
import type { Introduction, Language, PageContext, SiteInfo } from '#protocol';
import { type ConversationState, isNew } from '../conversation/conversation-state.ts';
import type { Chosen } from '../conversation/session-store.ts';
import type { AfterCode } from './after/after-code.ts';
import { Away } from './away/away.tsx';
import { Composer } from './composer/composer.tsx';
import { ContextCard } from './context-card/context-card.tsx';
import type * as conversationCode from './conversation-code.ts';
import { Foot } from './foot/foot.tsx';
import { Header } from './header/header.tsx';
import type { IntroductionCode } from './introduction/introduction-code.ts';
import { Pending } from './log/pending.tsx';
import type { NoticesCode } from './notices/notices-code.ts';
import type { QueueCode } from './queue/queue-code.ts';
import type { Words } from './speech.ts';
import { chooseStateLine } from './state-line/choose-state-line.ts';
import { StateLine } from './state-line/state-line.tsx';
import type { TonguesCode } from './tongues/tongues-code.ts';
import type { WaysCode } from './ways/ways-code.ts';
import type { WaysProps, WaysScreen } from './ways/ways-props.ts';

export interface PanelModel extends Words {
  readonly titleId: string;
  readonly now: number;
  readonly site: SiteInfo;
  readonly state: ConversationState;
  /** Null while its code is not here. */
  readonly talk: Pick<typeof conversationCode, 'Log' | 'Leave' | 'Ended' | 'sayAll'> | null;
  /** Read only while it is shown. */
  readonly context: PageContext | null;
  readonly hidesPage: boolean;
  readonly introduction: Introduction | null;
  /** The browser keeps the conversation over a page load. */
  readonly isKept: boolean;
  readonly hasDraft: boolean;
  readonly complaint: string | null;
  readonly asking: boolean;
  /** What the citizen looks at instead of the chat. */
  readonly screen: WaysScreen | null;
  /** Null while its code is not here. Read only while it is shown. */
  readonly ways: WaysCode | null;
  /** Null where the site asks nothing, too. */
  readonly questions: IntroductionCode | null;
  readonly after: AfterCode | null;
  readonly queue: QueueCode | null;
  readonly tongues: TonguesCode | null;
  readonly notices: NoticesCode | null;
  readonly siteUrl: string;
  readonly token: string | null;
}

export interface PanelActions
  extends Pick<WaysProps, 'choose' | 'lookAgain' | 'makeId' | 'requested' | 'seePage'> {
  close(): void;
  attachBox(box: HTMLTextAreaElement | null): void;
  note(): void;
  submit(): void;
  retry(): void;
  stay(): void;
  startNew(): void;
  ask(asking: boolean): void;
  end(): void;
  toggled(open: boolean): void;
  speak(language: Language): void;
  prefer(chosen: Partial<Chosen>): void;
  introduce(answer: Partial<Introduction>): void;
}

interface PanelViewProps {
  model: PanelModel;
  act: PanelActions;
}

const canEnd = ({ phase, ending }: ConversationState): boolean =>
  phase !== 'none' && phase !== 'closed' && !ending;

function Talk({ model, act }: PanelViewProps) {
  const { texts, site, state } = model;
  const { phase, operator, operatorTyping, obstacle } = state;
  const all = model.talk?.sayAll(model) ?? null;
  const line = chooseStateLine(state, site.reach.state, texts, all);
  return (
    <>
      <div class="vp-middle">
        <ContextCard
          texts={texts}
          context={model.context}
          isNew={isNew(state)}
          isHidden={model.hidesPage}
          privacyUrl={site.privacyUrl}
          toggled={act.toggled}
          hide={(hidesPage) => act.prefer({ hidesPage })}
        />
        <div class="vp-scroll">
          {model.talk === null ? (
            <Pending state={state} texts={texts} />
          ) : (
            <model.talk.Log {...model} texts={model.talk.sayAll(model)} retry={act.retry} />
          )}
          {model.queue && line?.tone === 'calm' ? (
            <model.queue.View {...model} {...act} usual={line.text} />
          ) : (
            <StateLine
              words={line}
              typing={operatorTyping ? texts.typing(operator ?? texts.operator) : null}
              act={act.retry}
            />
          )}
        </div>
      </div>
      {model.notices !== null && (
        <model.notices.View {...model} words={model.sayNotices(model.notices.words)} stay={act.stay} />
      )}
      {model.questions && <model.questions.View {...model} {...act} />}
      {phase !== 'none' && !model.isKept && <p class="vp-small vp-note">{texts.notKept}</p>}
      {phase === 'closed' && model.talk !== null ? (
        <model.talk.Ended
          texts={model.talk.sayAll(model)}
          isGone={obstacle === 'gone'}
          hasDraft={model.hasDraft}
          startNew={act.startNew}
        >
          {model.after !== null && model.token !== null && (
            <model.after.View
              {...model}
              texts={model.talk.sayAll(model)}
              token={model.token}
              words={model.sayAfter(model.after.words)}
              organisation={site.organisation}
            />
          )}
        </model.talk.Ended>
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

/** Instead of the chat: while nobody is there, or because the citizen would rather be called. */
export const showsWays = ({ screen, site, state }: Pick<PanelModel, 'screen' | 'site' | 'state'>): boolean =>
  screen !== null || (state.phase === 'none' && site.reach.state === 'away');

function OtherWays({ model, act }: PanelViewProps) {
  const { texts, screen, ways } = model;
  return (
    <div class="vp-ways vp-stack">
      {screen === null && <Away {...model} />}
      {ways !== null ? (
        <ways.View {...model} {...act} words={model.sayWays(ways.words)} />
      ) : (
        screen !== null && (
          // Has the focus until what was asked for is here and takes it over.
          <h3 data-vp-first tabIndex={-1}>
            {texts.opening}
          </h3>
        )
      )}
    </div>
  );
}

export function PanelView({ model, act }: PanelViewProps) {
  const { texts, site, state } = model;
  const { phase, operator } = state;
  const isElsewhere = showsWays(model);
  const mayEnd = canEnd(state);
  return (
    <>
      <Header
        id={model.titleId}
        texts={texts}
        organisation={site.organisation}
        helper={phase === 'active' ? operator : null}
        close={act.close}
      />
      {model.tongues && <model.tongues.View {...model} speak={act.speak} />}
      {isElsewhere ? <OtherWays model={model} act={act} /> : <Talk model={model} act={act} />}
      <Foot
        texts={texts}
        // In a conversation it stands with the other ways: the foot is one line on a phone.
        phone={mayEnd ? null : site.contact.phone}
        privacyUrl={isElsewhere ? site.privacyUrl : null}
        choose={isElsewhere ? null : act.choose}
        canCallBack={site.channels?.some(({ kind }) => kind === 'call-back') ?? true}
      >
        {mayEnd && model.talk && (
          <model.talk.Leave
            texts={model.talk.sayAll(model)}
            asking={model.asking}
            ask={act.ask}
            end={act.end}
          />
        )}
      </Foot>
    </>
  );
}
