/// <reference types="vite/client" />
// All that a conversation needs, as one file that is fetched when there will be one: what runs it, and what shows it.
import { Conversation } from '../conversation/conversation.ts';
import { Ended } from './ended/ended.tsx';
import type { Texts } from './i18n/nl.ts';
import type { Said } from './i18n/said.ts';
import leave from './leave/leave.css?inline';
import { Leave } from './leave/leave.tsx';
import { type AllTexts, nl } from './log/i18n/nl.ts';
import { Log } from './log/log.tsx';
import message from './message/message.css?inline';
import { notices } from './notices/notices-code.ts';

export { Conversation, Ended, Leave, Log, notices };

export const style = [message, leave, notices.style].join('\n');

const said = new WeakMap<Texts, AllTexts>();

/** With the words of the panel, the same object each time. */
export function sayAll({ texts, sayTalk }: Said): AllTexts {
  const all = said.get(texts) ?? { ...texts, ...sayTalk(nl) };
  said.set(texts, all);
  return all;
}
