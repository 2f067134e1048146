// What the operator may know of the page, in the order of the questions that come up: where, what goes wrong, what was done.
import type { ComponentChildren } from 'preact';
import type { ConversationEvent, ConversationSummary, PageContext } from '#protocol';
import type { Thread } from '../desk-model.ts';
import { nl } from '../i18n/nl.ts';
import { sayStep } from '../i18n/say-conversation.ts';
import { sayReason, sayWithCapital } from '../i18n/say-reason.ts';
import { sayDuration } from '../i18n/say-time.ts';
import { Moment, WaitWords } from '../ui/ticking.tsx';

interface CardProps {
  summary: ConversationSummary;
  thread: Thread;
}

export function ContextCard({ summary, thread }: CardProps) {
  const { context } = summary;
  return (
    <div class="card">
      <h3>{nl.context.where}</h3>
      <dl>
        <Fact name={nl.context.organisation}>{summary.organisation}</Fact>
        <Fact name={nl.context.site}>{summary.site}</Fact>
        {context !== null && <Place summary={summary} context={context} />}
      </dl>
      {context === null && <p>{nl.context.refused}</p>}

      <Told introduction={summary.introduction} />

      <h3>{nl.context.wrong}</h3>
      <Reasons context={context} />

      <h3>{nl.context.done}</h3>
      <Done summary={summary} thread={thread} />

      <h3>{nl.context.more}</h3>
      <dl>
        <Fact name={nl.context.language}>{nl.language[summary.language]}</Fact>
        {summary.status !== 'closed' && (
          <Fact name={nl.context.present}>{summary.visitorHere ? nl.context.here : nl.context.away}</Fact>
        )}
      </dl>
    </div>
  );
}

/** What the citizen told before the first word. */
function Told({ introduction }: Pick<ConversationSummary, 'introduction'>) {
  if (!introduction?.name && !introduction?.subject) return null;
  return (
    <>
      <h3>{nl.context.told}</h3>
      <dl>
        {introduction.name !== '' && <Fact name={nl.context.name}>{introduction.name}</Fact>}
        {introduction.subject !== '' && <Fact name={nl.context.subject}>{introduction.subject}</Fact>}
      </dl>
    </>
  );
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Place({ summary, context }: { summary: ConversationSummary; context: PageContext }) {
  const step = sayStep(summary);
  return (
    <>
      <Fact name={nl.context.form}>{context.form}</Fact>
      {step !== '' && <Fact name={nl.context.step}>{step}</Fact>}
      {context.field !== null && <Fact name={nl.context.field}>{context.field.label}</Fact>}
      {/* Text, not a link: the address comes from the citizen's browser. */}
      <Fact name={nl.context.page}>{showAddress(context.page)}</Fact>
    </>
  );
}

/** Without query and fragment, whatever came in: they can hold what someone filled in. */
export function showAddress(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? '';
}

export function Reasons({ context }: { context: PageContext | null }) {
  if (context === null || context.reasons.length === 0) return <p>{nl.context.nothingWrong}</p>;
  return (
    <ul class="reasons">
      {context.reasons.map((reason) => (
        <li key={`${reason.code} ${reason.field ?? ''}`} dir="auto">
          {sayWithCapital(sayReason(reason, context.field))}
        </li>
      ))}
    </ul>
  );
}

type Assigned = Extract<ConversationEvent, { kind: 'assigned' }>;

function Done({ summary, thread }: CardProps) {
  const first = thread.log.events.find((event): event is Assigned => event.kind === 'assigned');
  return (
    <ul class="steps">
      <li>
        {summary.offered ? nl.context.offered : nl.context.asked} <Moment at={summary.openedAt} />
      </li>
      {summary.status === 'waiting' && (
        <li>
          <WaitWords since={summary.waitingSince} say={nl.context.waits} />
        </li>
      )}
      {first !== undefined && <li>{nl.context.waited(sayDuration(first.at - summary.openedAt))}</li>}
      {summary.status === 'waiting' && summary.assignmentEpoch > 0 && <li>{nl.context.returned}</li>}
      {summary.status === 'active' && summary.assignee !== null && (
        <li>{nl.context.helper(summary.assignee.name)}</li>
      )}
    </ul>
  );
}
