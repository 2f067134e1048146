// All shortcuts on one card, and the switch for the only one that is a single character (WCAG 2.1.4).
import { useState } from 'preact/hooks';
import { loadTaste, saveTaste } from '../desk-memory.ts';
import { nl } from '../i18n/nl.ts';
import { Dialog } from '../ui/dialog.tsx';

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['Enter'], nl.shortcuts.enter],
  [['Shift', 'Enter'], nl.shortcuts.newLine],
  [['Ctrl', 'Enter'], nl.shortcuts.take],
  [['Ctrl', '↓'], nl.shortcuts.next],
  [['Ctrl', '↑'], nl.shortcuts.previous],
  [['Esc'], nl.shortcuts.escape],
  [['?'], nl.shortcuts.help],
];

export function ShortcutsDialog({ close }: { close(): void }) {
  const [hotKey, setHotKey] = useState(() => loadTaste('hot-key'));
  const choose = (on: boolean): void => {
    saveTaste('hot-key', on);
    setHotKey(on);
  };
  return (
    <Dialog title={nl.shortcuts.title} close={close}>
      <table class="keys">
        <tbody>
          {KEYS.map(([keys, does]) => (
            <tr key={does}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="check">
        <input type="checkbox" checked={hotKey} onChange={(event) => choose(event.currentTarget.checked)} />
        {nl.shortcuts.hotKey}
      </label>
      <div class="dialog-actions">
        <button type="button" class="primary" onClick={close}>
          {nl.shortcuts.close}
        </button>
      </div>
    </Dialog>
  );
}
