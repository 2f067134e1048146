// Shows the citizen exactly what the operator sees of the page.

import { useState } from 'preact/hooks';
import type { PageContext, Reason } from '#protocol';
import type { Texts } from '../i18n/nl.ts';

interface ContextCardProps {
  texts: Texts;
  read(): PageContext | null;
}

function describeStep(step: NonNullable<PageContext['step']>, texts: Texts): string {
  const { name, index, of } = step;
  return index === undefined || of === undefined ? name : `${name} (${texts.contextStepOf(index, of)})`;
}

const describeReason = ({ code, count }: Reason, texts: Texts): string => texts.reasons[code](count);

function Facts({ context, texts }: { context: PageContext; texts: Texts }) {
  const { form, step, field, reasons, page } = context;
  const facts: [string, string | null][] = [
    [texts.contextForm, form],
    [texts.contextStep, step === null ? null : describeStep(step, texts)],
    [texts.contextField, field?.label ?? null],
    [texts.contextPage, page],
  ];
  return (
    <>
      <p>{texts.contextIntro}</p>
      <dl class="vp-facts">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {reasons.length > 0 && (
          <div>
            <dt>{texts.contextReasons}</dt>
            {reasons.map((reason) => (
              <dd key={`${reason.code} ${reason.field}`}>{describeReason(reason, texts)}</dd>
            ))}
          </div>
        )}
      </dl>
    </>
  );
}

export function ContextCard({ texts, read }: ContextCardProps) {
  const [open, setOpen] = useState(false);
  const context = open ? read() : null;
  return (
    <details class="vp-context" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="vp-summary">{texts.context}</summary>
      <div class="vp-context-body">
        {context === null ? <p>{texts.contextNone}</p> : <Facts context={context} texts={texts} />}
      </div>
    </details>
  );
}
