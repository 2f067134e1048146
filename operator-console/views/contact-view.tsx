// One call-back request: whom to call, by when, about what, and what this operator can do with it now.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ContactChange, ContactDetail } from '#protocol';
import { type ContactReply, changeContact, readContact } from '../contact-api.ts';
import { useDesk, useTools } from '../desk-context.ts';
import { nl } from '../i18n/nl.ts';
import { sayWho } from '../i18n/say-contact.ts';
import { goTo } from '../place.ts';
import { BackButton } from './back-button.tsx';
import { ContactActions } from './contact-actions.tsx';
import { ContactCard } from './contact-card.tsx';

type Refused = Extract<ContactReply, { ok: false }>;

/** The server's newest word of it: asked when it is opened, when its row changes, and when the line comes back. */
function useContact(contact: string) {
  const state = useDesk((desk) => [desk.contacts.get(contact)?.version, desk.link.status === 'live']);
  const version = state.contacts.get(contact)?.version;
  const isLive = state.link.status === 'live';
  const [reply, setReply] = useState<ContactReply | null>(null);
  const load = useCallback(async () => setReply(await readContact(contact)), [contact]);
  // Another version and a new line are reasons to ask again.
  useEffect(() => {
    let isWanted = true;
    void readContact(contact).then((next) => {
      // What is on the screen stays there while the server is out of reach.
      if (isWanted) setReply((last) => (next.ok || next.why === 'gone' || !last?.ok ? next : last));
    });
    return () => {
      isWanted = false;
    };
  }, [contact, version, isLive]);
  return { reply, setReply, load };
}

export function ContactView({ contact }: { contact: string }) {
  const { link } = useTools();
  const { reply, setReply, load } = useContact(contact);
  const [busy, setBusy] = useState<ContactChange['change'] | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const change = async (wanted: ContactChange): Promise<void> => {
    setBusy(wanted.change);
    const answer = await changeContact(contact, wanted);
    setBusy(null);
    setRefused(answer.ok ? null : answer);
    if (!answer.ok) return load();
    setReply(answer);
    if (wanted.change === 'take') return;
    goTo(null);
    link.act({ type: 'contact-left' });
  };
  const detail = reply?.ok ? reply.detail : null;
  return (
    <main id="main" class="workplace" tabIndex={-1}>
      <div class="middle">
        <div class="middle-head">
          <BackButton />
          <Title detail={detail} />
        </div>
        {refused !== null && (
          <div class="banner banner-warning" role="alert">
            <p>{sayRefusal(refused)}</p>
          </div>
        )}
        {detail === null ? (
          <Missing reply={reply} load={() => void load()} />
        ) : (
          <>
            <ContactCard detail={detail} />
            <ContactActions detail={detail} busy={busy} change={(wanted) => void change(wanted)} />
          </>
        )}
      </div>
    </main>
  );
}

function Title({ detail }: { detail: ContactDetail | null }) {
  return (
    <div class="title">
      <div class="title-words">
        <h2 dir="auto">{detail ? sayWho(detail) : nl.contacts.label}</h2>
        {detail && (
          <p dir="auto">
            {nl.contacts.kind[detail.kind]} · {detail.subject}
          </p>
        )}
      </div>
    </div>
  );
}

function Missing({ reply, load }: { reply: ContactReply | null; load(): void }) {
  if (reply === null || reply.ok) return <p class="empty big late-words">{nl.contacts.loading}</p>;
  if (reply.why === 'gone') return <p class="empty big">{nl.contacts.gone}</p>;
  return (
    <div class="empty big">
      <p>{nl.contacts.unreachable}</p>
      <p>
        <button type="button" onClick={load}>
          {nl.contacts.again}
        </button>
      </p>
    </div>
  );
}

function sayRefusal({ why, assignee }: Refused): string {
  if (why === 'already-taken' && assignee !== null) return nl.contacts.notice.taken(assignee);
  if (why === 'not-assignee' || why === 'already-taken') return nl.contacts.notice.notYours;
  return why === 'closed' ? nl.contacts.notice.closed : nl.contacts.notice.failed;
}
