// Who waits for a call or an answer, the earliest promise first, and who of the colleagues is at it.
import { useEffect, useRef } from 'preact/hooks';
import type { ContactSummary } from '#protocol';
import { contactsOf } from '../desk-contacts.ts';
import { useDesk, useTools } from '../desk-context.ts';
import { nl } from '../i18n/nl.ts';
import { sayWho } from '../i18n/say-contact.ts';
import { contactAddressOf } from '../place.ts';
import { Deadline } from '../ui/ticking.tsx';
import { Count, LanguageMark } from './row-link.tsx';

export function ContactList() {
  const { link } = useTools();
  const state = useDesk((desk) => [desk.contacts, desk.contactsOpen, desk.operator, desk.lists, desk.focus]);
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = state.focus === 'contacts';
  useEffect(() => {
    if (!wanted) return;
    heading.current?.focus();
    link.act({ type: 'focused' });
  }, [wanted, link]);
  const rows = contactsOf(state);
  const hidden = state.contactsOpen - rows.length;
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        <span id="contacts-name">{nl.contacts.title}</span> <Count of={state.contactsOpen} />
      </h2>
      <ul aria-labelledby="contacts-name">
        {rows.map((one) => (
          <ContactRow key={one.id} contact={one} />
        ))}
      </ul>
      {rows.length === 0 && state.lists !== 'none' && <p class="empty">{nl.contacts.empty}</p>}
      {hidden > 0 && <p class="empty">{nl.contacts.more(hidden)}</p>}
    </section>
  );
}

function ContactRow({ contact }: { contact: ContactSummary }) {
  const state = useDesk((desk) => [desk.chosenContact === contact.id, desk.operator]);
  const { assignee, attempts, form } = contact;
  const isMine = assignee !== null && assignee.id === state.operator?.id;
  return (
    <li class={`row${assignee !== null && !isMine ? ' row-taken' : ''}`}>
      <a
        class="row-link"
        href={contactAddressOf(contact.id)}
        aria-current={state.chosenContact === contact.id ? 'true' : undefined}
      >
        <span class="row-head">
          <span class="row-form" dir="auto">
            {sayWho(contact)}
          </span>
          <LanguageMark language={contact.language} />
        </span>
        <span class="row-words" dir="auto">
          {contact.kind === 'message' && <span class="row-kind">{nl.contacts.kind.message}: </span>}
          {contact.subject}
        </span>
        {form !== null && (
          <span class="row-step" dir="auto">
            {form}
          </span>
        )}
      </a>
      <div class="row-foot">
        <Deadline by={contact.promisedBy} />
      </div>
      {attempts > 0 && <p class="row-note">{nl.contacts.attempts(attempts)}</p>}
      {assignee !== null && (
        <p class="row-with">{isMine ? nl.contacts.withYou : nl.lists.with(assignee.name)}</p>
      )}
    </li>
  );
}
