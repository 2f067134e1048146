// A conversation as the console lists it.
import type { ConversationSummary } from '#protocol';
import { countUnread } from '../domain/unread.ts';
import type { ConversationRecord } from './ports.ts';
import type { Relay } from './relay.ts';

const PREVIEW_CHARS = 120;

/** Never ends in half a character. */
function cutPreview(text: string): string {
  if (text.length <= PREVIEW_CHARS) return text;
  const last = text.charCodeAt(PREVIEW_CHARS - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splits ? PREVIEW_CHARS - 1 : PREVIEW_CHARS);
}

export function toSummary(
  { sites, presence }: Pick<Relay, 'sites' | 'presence'>,
  record: ConversationRecord,
): ConversationSummary {
  const { state } = record;
  const site = sites.findByNumber(record.site);
  return {
    id: record.id,
    organisation: site?.organisationName ?? '',
    site: site?.key ?? '',
    status: state.status,
    language: record.language,
    offered: state.offered,
    context: state.context,
    openedAt: state.openedAt,
    waitingSince: state.waitingSince,
    assignee: state.assignee && { id: state.assignee.id, name: state.assignee.name },
    assignmentEpoch: state.assignmentEpoch,
    lastSeq: state.lastSeq,
    lastMessage: state.lastMessage && { ...state.lastMessage, text: cutPreview(state.lastMessage.text) },
    unread: countUnread(state.unread),
    visitorHere: presence.isVisitorHere(record.conversation),
    ...(state.warning && { endsAt: state.warning.endsAt }),
    ...(state.introduction && { introduction: state.introduction }),
    ...(state.formEndsAt !== null && { formEndsAt: state.formEndsAt }),
    ...(state.callBack === null ? {} : { callBack: state.callBack.id }),
  };
}
