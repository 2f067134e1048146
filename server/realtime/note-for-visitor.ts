// What a citizen's browser tells besides messages: it has no answer, and may be lost (T1).
import type { VisitorFrame } from '#protocol';
import {
  describePage,
  introduce,
  markRead,
  noteFormEnd,
  showTyping,
  speakLanguage,
  stayHere,
} from '../application/conversation-actions.ts';
import type { Actor } from '../application/policy.ts';
import type { ConversationRecord, Site } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';

type Note = Extract<
  VisitorFrame,
  { type: 'stay' | 'typing' | 'read' | 'context' | 'language' | 'introduction' | 'form-session' }
>;

export async function noteForVisitor(
  relay: Relay,
  actor: Actor,
  { record, site }: { record: ConversationRecord; site: Site },
  note: Note,
): Promise<void> {
  switch (note.type) {
    case 'stay':
      return stayHere(relay, actor, record);
    case 'typing':
      return showTyping(relay, actor, record, note.on);
    case 'read':
      return markRead(relay, actor, record, note.seq);
    case 'context':
      await describePage(relay, actor, record, note.context);
      return;
    case 'language':
      return speakLanguage(relay, actor, record, note.language);
    case 'introduction':
      return introduce(relay, actor, record, { introduction: note.introduction, asks: site.asks ?? [] });
    case 'form-session':
      return noteFormEnd(relay, actor, record, note.endsIn);
  }
}
