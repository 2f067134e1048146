// Shows the citizen exactly what the operator sees of the page, and takes a no.
import type { PageContext, Reason } from '#protocol';
import { OutsideLink } from '../foot/contact-links.tsx';
import type { Texts } from '../i18n/nl.ts';

interface ContextCardProps {
  texts: Texts;
  context: PageContext | null;
  /** Nothing was said yet: it stands open. */
  isNew: boolean;
  isHidden: boolean;
  privacyUrl: string | null;
  /** It was opened or closed: what it shows must be of now. */
  toggled(open: boolean): void;
  hide(isHidden: boolean): void;
}

function describeStep(step: PageContext['step'], texts: Texts): string | null {
  if (step === null) return null;
  const { name, index, of } = step;
  return index === undefined || of === undefined ? name : `${name} (${texts.contextStepOf(index, of)})`;
}

const describeReason = ({ code, count }: Reason, texts: Texts): string => texts.reasons[code](count);

function Facts({ context, texts }: { context: PageContext; texts: Texts }) {
  const facts: [string, readonly string[]][] = [
    [texts.contextForm, [context.form]],
    [texts.contextStep, [describeStep(context.step, texts) ?? '']],
    [texts.contextField, [context.field?.label ?? '']],
    [texts.contextReasons, context.reasons.map((reason) => describeReason(reason, texts))],
    [texts.contextPage, [context.page]],
  ];
  return (
    <dl class="vp-stack">
      {facts.map(
        ([name, values]) =>
          values.some(Boolean) && (
            <div key={name}>
              <dt>{name}</dt>
              {values.map((value) => (
                <dd key={value}>{value}</dd>
              ))}
            </div>
          ),
      )}
    </dl>
  );
}

export function ContextCard({
  texts,
  context,
  isNew,
  isHidden,
  privacyUrl,
  toggled,
  hide,
}: ContextCardProps) {
  return (
    <details class="vp-context" open={isNew} onToggle={(event) => toggled(event.currentTarget.open)}>
      <summary>{texts.context}</summary>
      <div class="vp-context-body vp-stack">
        <p>{context === null ? texts.contextNone : texts.contextIntro}</p>
        <div class="vp-over">
          <label class="vp-check">
            <input
              type="checkbox"
              checked={isHidden}
              onChange={(event) => hide(event.currentTarget.checked)}
            />
            {texts.contextHide}
          </label>
          {privacyUrl !== null && <OutsideLink href={privacyUrl} text={texts.privacy} texts={texts} />}
        </div>
        {context !== null && <Facts context={context} texts={texts} />}
      </div>
    </details>
  );
}
