// What the operator sets once: sound, notices, shortcuts, signing out.
import { useState } from 'preact/hooks';
import { useDesk, useTools } from '../desk-context.ts';
import { loadTaste, saveTaste } from '../desk-memory.ts';
import { nl } from '../i18n/nl.ts';
import { askNoticePermission, noticePermission } from '../notices.ts';

const MENU = 'operator-menu';

export function OperatorMenu({ showShortcuts }: { showShortcuts(): void }) {
  const { signOut } = useTools();
  const { operator } = useDesk((state) => [state.operator]);
  const name = operator?.name ?? '';
  return (
    <>
      <button type="button" class="plain menu-button" popovertarget={MENU} aria-label={nl.menu.open(name)}>
        <span class="menu-name">{name}</span>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="m2 4 4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
      </button>
      <div id={MENU} popover="auto" class="menu">
        <SoundChoice />
        <DesktopNotices />
        <button type="button" class="plain" popovertarget={MENU} onClick={showShortcuts}>
          {nl.menu.shortcuts} <span class="key">?</span>
        </button>
        <button type="button" class="plain" onClick={signOut}>
          {nl.menu.signOut}
        </button>
      </div>
    </>
  );
}

function SoundChoice() {
  const [on, setOn] = useState(() => loadTaste('sound'));
  const choose = (wanted: boolean): void => {
    saveTaste('sound', wanted);
    setOn(wanted);
  };
  return (
    <label class="check">
      <input type="checkbox" checked={on} onChange={(event) => choose(event.currentTarget.checked)} />
      {nl.menu.sound}
    </label>
  );
}

function DesktopNotices() {
  const [permission, setPermission] = useState(noticePermission);
  if (permission === 'unsupported') return null;
  if (permission === 'default') {
    const ask = (): void => {
      void askNoticePermission().then(setPermission);
    };
    return (
      <button type="button" class="plain" onClick={ask}>
        {nl.menu.askNotices}
      </button>
    );
  }
  return <p class="menu-text">{permission === 'granted' ? nl.menu.noticesOn : nl.menu.noticesDenied}</p>;
}
