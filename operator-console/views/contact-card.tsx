// What is known of a call-back request, in the order in which it is needed: by when, on which number, what about, from where.
import type { ContactDetail } from '#protocol';
import { nl } from '../i18n/nl.ts';
import { sayMoment, sayPhone } from '../i18n/say-contact.ts';
import { sayStep } from '../i18n/say-conversation.ts';
import { addressOf } from '../place.ts';
import { Deadline, Moment, useServerNow } from '../ui/ticking.tsx';
import { Fact, Reasons, showAddress } from './context-card.tsx';

export function ContactCard({ detail }: { detail: ContactDetail }) {
  const { context, kind, noAnswer, status, outcome } = detail;
  return (
    <section class="contact" aria-label={nl.contacts.label}>
      <div class="contact-promise">
        {status === 'done' && outcome !== null ? (
          <p>{nl.contacts.done[outcome]}</p>
        ) : (
          <p>
            <span class="contact-do">{nl.contacts.promise[noAnswer ? 'none' : kind]}</span>{' '}
            <Deadline by={detail.promisedBy} />
          </p>
        )}
        <Reach detail={detail} />
      </div>
      <h3>{nl.contacts.text[kind]}</h3>
      <p class={detail.text === '' ? 'contact-none' : 'contact-text'} dir="auto">
        {detail.text || nl.contacts.noText}
      </p>
      <Facts detail={detail} />
      <h3>{nl.contacts.where}</h3>
      <Place detail={detail} />
      {context !== null && (
        <>
          <h3>{nl.context.wrong}</h3>
          <Reasons context={context} />
        </>
      )}
    </section>
  );
}

/** A telephone on the desk or in the browser dials it. */
function Reach({ detail }: { detail: ContactDetail }) {
  const { phone, email } = detail;
  if (detail.noAnswer) return <p class="contact-none">{nl.contacts.noAnswer}</p>;
  return (
    <>
      {phone !== null && (
        <a class="contact-reach figure" href={`tel:${phone}`} aria-label={nl.contacts.call(sayPhone(phone))}>
          {sayPhone(phone)}
        </a>
      )}
      {email !== null && (
        <a
          class="contact-reach contact-mail"
          href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}
          aria-label={nl.contacts.mail(email)}
        >
          {email}
        </a>
      )}
    </>
  );
}

function Facts({ detail }: { detail: ContactDetail }) {
  const now = useServerNow(60_000);
  return (
    <dl>
      {detail.kind === 'call-back' && <Fact name={nl.contacts.moment}>{sayMoment(detail.moment, now)}</Fact>}
      <Fact name={nl.context.language}>{nl.language[detail.language]}</Fact>
      <Fact name={nl.contacts.asked}>
        <Moment at={detail.createdAt} />
      </Fact>
      {detail.attempts > 0 && <Fact name={nl.contacts.tries}>{nl.contacts.attempts(detail.attempts)}</Fact>}
      {detail.conversation !== null && (
        <Fact name={nl.contacts.talk}>
          <a href={addressOf(detail.conversation)}>{nl.contacts.openTalk}</a>
        </Fact>
      )}
    </dl>
  );
}

function Place({ detail }: { detail: ContactDetail }) {
  const { context, site } = detail;
  if (context === null) return <p class="contact-none">{nl.contacts.noPlace}</p>;
  const step = sayStep({ context });
  return (
    <dl>
      <Fact name={nl.context.site}>{site}</Fact>
      <Fact name={nl.context.form}>{context.form}</Fact>
      {step !== '' && <Fact name={nl.context.step}>{step}</Fact>}
      {context.field !== null && <Fact name={nl.context.field}>{context.field.label}</Fact>}
      <Fact name={nl.context.page}>{showAddress(context.page)}</Fact>
    </dl>
  );
}
