// The operator's desk: lists, conversation, context. Three columns, two with tabs, or one with a way back.
import { useCallback, useEffect, useId, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { loadTaste, saveTaste } from '../desk-memory.ts';
import { nl } from '../i18n/nl.ts';
import { goTo } from '../place.ts';
import { useMedia } from '../ui/use-media.ts';
import { BackButton } from './back-button.tsx';
import { ContactView } from './contact-view.tsx';
import { ContextPane } from './context-pane.tsx';
import { Conversation, ConversationTitle } from './conversation.tsx';
import { LinkBanner } from './link-banner.tsx';
import { Lists } from './lists.tsx';
import { NothingChosen } from './nothing-chosen.tsx';
import { OperatorMenu } from './operator-menu.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { StatusControl } from './status-control.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const WIDE = '(min-width: 1100px)';
const NARROW = '(max-width: 699px)';

export function Desk() {
  const { selected, chosenContact, focus } = useDesk((state) => [
    state.selected,
    state.chosenContact,
    state.focus,
  ]);
  const isOpen = selected !== null || chosenContact !== null;
  const [help, setHelp] = useState(false);
  const narrow = useMedia(NARROW);
  useShortcuts(useCallback(() => setHelp(true), []));
  useEffect(() => {
    // On one column the lists can only take the focus when they are on the screen.
    if (narrow && focus === 'lists') goTo(null);
  }, [narrow, focus]);
  return (
    <div class={`desk${isOpen ? ' desk-open' : ''}`}>
      <a class="skip" href="#main">
        {nl.skip}
      </a>
      <Header showShortcuts={() => setHelp(true)} />
      <LinkBanner />
      <div class="columns">{narrow ? <OneColumn /> : <Columns />}</div>
      {help && <ShortcutsDialog close={() => setHelp(false)} />}
    </div>
  );
}

function Columns() {
  return (
    <>
      <Lists />
      <Workplace />
    </>
  );
}

function Workplace() {
  const { selected, chosenContact } = useDesk((state) => [state.selected, state.chosenContact]);
  if (chosenContact !== null) return <ContactView key={chosenContact} contact={chosenContact} />;
  if (selected !== null) return <Chosen key={selected} conversation={selected} />;
  return <NothingChosen />;
}

function OneColumn() {
  const { selected, chosenContact } = useDesk((state) => [state.selected, state.chosenContact]);
  if (selected !== null || chosenContact !== null) return <Workplace />;
  return (
    <main id="main" class="workplace" tabIndex={-1}>
      <Lists />
    </main>
  );
}

function Header({ showShortcuts }: { showShortcuts(): void }) {
  const { organisation } = useDesk((state) => [state.organisation]);
  return (
    <header class="top">
      <h1>
        {nl.product} <span class="top-organisation">{organisation}</span>
      </h1>
      <StatusControl />
      <OperatorMenu showShortcuts={showShortcuts} />
    </header>
  );
}

function Chosen({ conversation }: { conversation: string }) {
  const wide = useMedia(WIDE);
  const [aside, setAside] = useState(() => loadTaste('context'));
  const toggle = (): void => {
    saveTaste('context', !aside);
    setAside(!aside);
  };
  const pane = useId();
  return (
    <main id="main" class="workplace" tabIndex={-1}>
      <div class="middle">
        <div class="middle-head">
          <BackButton />
          <ConversationTitle conversation={conversation} />
          {wide && (
            <button type="button" class="plain" aria-expanded={aside} aria-controls={pane} onClick={toggle}>
              {aside ? nl.context.hide : nl.context.show}
            </button>
          )}
        </div>
        {wide ? <Conversation conversation={conversation} /> : <Tabs conversation={conversation} />}
      </div>
      {wide && aside && (
        <section id={pane} class="aside" aria-label={nl.context.label}>
          <ContextPane conversation={conversation} />
        </section>
      )}
    </main>
  );
}

const TABS = [
  { id: 'chat', label: nl.context.tabChat },
  { id: 'context', label: nl.context.tabContext },
] as const;

/** Two panels of which one shows: below 1100 px there is no room for both. */
function Tabs({ conversation }: { conversation: string }) {
  const [open, setOpen] = useState<(typeof TABS)[number]['id']>('chat');
  const base = useId();
  const other = open === 'chat' ? 'context' : 'chat';
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    setOpen(other);
    document.getElementById(`${base}-${other}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={nl.conversation.label}>
        {TABS.map(({ id, label }) => (
          <button
            key={id}
            id={`${base}-${id}`}
            type="button"
            role="tab"
            aria-selected={open === id}
            aria-controls={`${base}-panel`}
            tabIndex={open === id ? 0 : -1}
            onClick={() => setOpen(id)}
            onKeyDown={press}
          >
            {label}
          </button>
        ))}
      </div>
      <div id={`${base}-panel`} class="tab-panel" role="tabpanel" aria-labelledby={`${base}-${open}`}>
        {open === 'chat' ? (
          <Conversation conversation={conversation} />
        ) : (
          <ContextPane conversation={conversation} />
        )}
      </div>
    </>
  );
}
