// What this operator may do with a call-back request now: take it, give it back, or say how the call went.
import { useState } from 'preact/hooks';
import type { ContactChange, ContactDetail, ContactOutcome } from '#protocol';
import { useDesk } from '../desk-context.ts';
import { mayTakeOver } from '../desk-lists.ts';
import { nl } from '../i18n/nl.ts';
import { Dialog } from '../ui/dialog.tsx';

interface ActionsProps {
  detail: ContactDetail;
  busy: ContactChange['change'] | null;
  change(wanted: ContactChange): void;
}

export function ContactActions({ detail, busy, change }: ActionsProps) {
  const state = useDesk((desk) => [desk.operator]);
  const [finishing, setFinishing] = useState(false);
  const { assignee, status } = detail;
  if (status === 'done') return null;
  const isMine = assignee !== null && assignee.id === state.operator?.id;
  const mayRelease = isMine || (assignee !== null && mayTakeOver(state));
  const isIdle = busy === null;
  return (
    <div class="foot contact-foot">
      <div class="foot-words">
        <p>{sayState(assignee?.name ?? null, isMine)}</p>
      </div>
      <div class="actions">
        {assignee === null && (
          <button type="button" class="primary" disabled={!isIdle} onClick={() => change({ change: 'take' })}>
            {busy === 'take' ? nl.taking : nl.take}
          </button>
        )}
        {mayRelease && (
          <button type="button" disabled={!isIdle} onClick={() => change({ change: 'release' })}>
            {busy === 'release' ? nl.contacts.releasing : nl.contacts.release}
          </button>
        )}
        {isMine && (
          <button type="button" class="primary" disabled={!isIdle} onClick={() => setFinishing(true)}>
            {busy === 'finish' ? nl.finishing : nl.finish}
          </button>
        )}
      </div>
      {finishing && (
        <OutcomeDialog
          close={() => setFinishing(false)}
          choose={(outcome) => change({ change: 'finish', outcome })}
        />
      )}
    </div>
  );
}

function sayState(assignee: string | null, isMine: boolean): string {
  if (assignee === null) return nl.contacts.open;
  return isMine ? nl.contacts.mine : nl.contacts.of(assignee);
}

const OUTCOMES = ['reached', 'not-reached', 'not-needed'] as const satisfies readonly ContactOutcome[];

function OutcomeDialog({ close, choose }: { close(): void; choose(outcome: ContactOutcome): void }) {
  return (
    <Dialog title={nl.contacts.finish.title} close={close}>
      <ul class="outcomes">
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <button
              type="button"
              aria-describedby={`outcome-${outcome}`}
              onClick={() => {
                close();
                choose(outcome);
              }}
            >
              {nl.contacts.finish[outcome]}
            </button>
            <p id={`outcome-${outcome}`}>{nl.contacts.finish[`${outcome}More`]}</p>
          </li>
        ))}
      </ul>
      <div class="dialog-actions">
        <button type="button" class="plain" onClick={close}>
          {nl.contacts.finish.cancel}
        </button>
      </div>
    </Dialog>
  );
}
