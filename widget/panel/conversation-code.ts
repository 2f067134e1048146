/// <reference types="vite/client" />
// All that a conversation needs, as one file that is fetched when there will be one: what runs it, and what shows it.
import { Conversation } from '../conversation/conversation.ts';
import { Log } from './log/log.tsx';
import style from './message/message.css?inline';

export { Conversation, Log, style };
