// What a citizen's browser tells besides messages: it has no answer, and may be lost (T1).
import type { VisitorFrame } from '#protocol';
import {
  describePage,
  markRead,
  noteFormEnd,
  showTyping,
  speakLanguage,
  stayHere,
  tellAbout,
} from '../application/conversation-actions.ts';
import type { Actor } from '../application/policy.ts';
import type { ConversationRecord, Site } from '../application/ports.ts';
import type { Relay } from '../application/relay.ts';

type Note = Extract<
  VisitorFrame,
  { type: 'stay' | 'typing' | 'read' | 'context' | 'language' | 'about' | 'form-session' }
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
    case 'about':
      return tellAbout(relay, actor, record, { about: note.about, asks: site.asks ?? [] });
    case 'form-session':
      return noteFormEnd(relay, actor, record, note.endsIn);
  }
}
