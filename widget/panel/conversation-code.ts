/// <reference types="vite/client" />
// All that a conversation needs, as one file that is fetched when there will be one: what runs it, and what shows it.
import { Conversation } from '../conversation/conversation.ts';
import { Ended } from './ended/ended.tsx';
import leave from './leave/leave.css?inline';
import { Leave } from './leave/leave.tsx';
import { Log } from './log/log.tsx';
import message from './message/message.css?inline';

export { Conversation, Ended, Leave, Log };

export const style = `${message}\n${leave}`;
