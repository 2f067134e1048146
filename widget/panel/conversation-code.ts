/// <reference types="vite/client" />
// All that a conversation needs, as one file that is fetched when there will be one: what runs it, and what shows it.
import { Conversation } from '../conversation/conversation.ts';
import { Ended } from './ended/ended.tsx';
import type { Said } from './i18n/said.ts';
import leave from './leave/leave.css?inline';
import { Leave } from './leave/leave.tsx';
import { type LogTexts, nl } from './log/i18n/nl.ts';
import { Log } from './log/log.tsx';
import message from './message/message.css?inline';

export { Conversation, Ended, Leave, Log };

/** Said once for each language: what shows it sees that nothing changed. */
let last: { readonly said: Said; readonly texts: LogTexts } | null = null;

export function sayAll(said: Said): LogTexts {
  if (last?.said.texts !== said.texts) last = { said, texts: { ...said.texts, ...said.sayTalk(nl) } };
  return last.texts;
}

export const style = `${message}\n${leave}`;
