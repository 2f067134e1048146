// What a conversation is called on the screen: its form and step, in the page's own words.
import type { ConversationSummary } from '#protocol';
import { nl } from './nl.ts';
import { sayReason, sayWithCapital } from './say-reason.ts';

export function sayForm(summary: ConversationSummary): string {
  return summary.context?.form || nl.lists.noForm;
}

/** "Inkomen (stap 3 van 5)"; empty when the page has no steps. */
export function sayStep(summary: Pick<ConversationSummary, 'context'>): string {
  const step = summary.context?.step;
  if (!step) return '';
  const { name, index, of } = step;
  return index === undefined || of === undefined ? name : `${name} (${nl.context.stepOf(index, of)})`;
}

/** Form and step in one line, for notices and screen readers. No personal data. */
export function sayPlace(summary: ConversationSummary): string {
  return [sayForm(summary), sayStep(summary)].filter((part) => part !== '').join(', ');
}

/** The second line of a row: the last words, or why help was offered. */
export function sayWords(summary: ConversationSummary): string {
  const { lastMessage, context } = summary;
  if (lastMessage !== null) return (lastMessage.from === 'operator' ? nl.lists.you : '') + lastMessage.text;
  const reason = context?.reasons[0];
  return reason && context ? sayWithCapital(sayReason(reason, context.field)) : nl.lists.noWords;
}
