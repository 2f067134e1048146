// Listens to the keyboard of the whole desk and carries out what the key means.
import { useEffect } from 'preact/hooks';
import { type DeskTools, useTools } from '../desk-context.ts';
import { loadTaste } from '../desk-memory.ts';
import { goTo, goToContact } from '../place.ts';
import { readShortcut, type Shortcut } from '../shortcuts.ts';

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox');

function carryOut(shortcut: Exclude<Shortcut, { do: 'help' }>, link: DeskTools['link']): void {
  if (shortcut.do === 'go-contact') goToContact(shortcut.contact);
  else goTo(shortcut.conversation);
  if (shortcut.do === 'take') link.act({ type: 'ask', action: 'take', conversation: shortcut.conversation });
}

export function useShortcuts(showHelp: () => void): void {
  const { link } = useTools();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      // A dialog has the keyboard for itself.
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return;
      const { key, ctrlKey, metaKey } = event;
      const shortcut = readShortcut(
        { key, ctrl: ctrlKey || metaKey, inText: isText(event.target), hotKey: loadTaste('hot-key') },
        link.store.state,
      );
      if (shortcut === null) return;
      event.preventDefault();
      if (shortcut.do === 'help') showHelp();
      else carryOut(shortcut, link);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [link, showHelp]);
}
