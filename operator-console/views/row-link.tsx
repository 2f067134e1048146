// What every row of the lists begins with: the form, the step and the language, as one link to the conversation.
import type { ConversationSummary } from '#protocol';
import { useDesk } from '../desk-context.ts';
import { nl } from '../i18n/nl.ts';
import { sayForm, sayStep } from '../i18n/say-conversation.ts';
import { addressOf } from '../place.ts';

export interface RowProps {
  summary: ConversationSummary;
}

export function RowLink({ summary }: RowProps) {
  const { selected } = useDesk((state) => [state.selected === summary.id]);
  const step = sayStep(summary);
  return (
    <a
      class="row-link"
      href={addressOf(summary.id)}
      id={`row-${summary.id}`}
      aria-current={selected === summary.id ? 'true' : undefined}
    >
      <span class="row-head">
        <span class="row-form" dir="auto">
          {sayForm(summary)}
        </span>
        <LanguageMark language={summary.language} />
      </span>
      {step !== '' && (
        <span class="row-step" dir="auto">
          {step}
        </span>
      )}
      {summary.introduction?.subject && (
        <span class="row-step" dir="auto">
          {summary.introduction.subject}
        </span>
      )}
      {summary.callBack !== undefined && <span class="row-step">{nl.conversation.alsoCallBack}</span>}
    </a>
  );
}

export const Count = ({ of }: { of: number }) => (of > 0 ? <span class="count figure">{of}</span> : null);

export const LanguageMark = ({ language }: Pick<ConversationSummary, 'language'>) => (
  <span class="language">
    <span aria-hidden="true">{language.toUpperCase()}</span>
    <span class="unseen">{nl.language[language]}</span>
  </span>
);
