// Asks once before a conversation ends for the citizen.
import { nl } from '../i18n/nl.ts';
import { Dialog } from '../ui/dialog.tsx';

export function FinishDialog({ finish, close }: { finish(): void; close(): void }) {
  return (
    <Dialog title={nl.conversation.confirm.title} close={close}>
      <p>{nl.conversation.confirm.text}</p>
      <div class="dialog-actions">
        <button type="button" onClick={close}>
          {nl.conversation.confirm.no}
        </button>
        <button
          type="button"
          class="primary"
          onClick={() => {
            close();
            finish();
          }}
        >
          {nl.conversation.confirm.yes}
        </button>
      </div>
    </Dialog>
  );
}
