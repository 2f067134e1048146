// Puts the desk of one signed-in operator together: link, memory, address, title and calls.
import type { SessionInfo } from '#protocol';
import { readSession } from './api.ts';
import { DeskLink } from './desk-link.ts';
import { countWaiting } from './desk-lists.ts';
import { loadKept, saveKept } from './desk-memory.ts';
import type { DeskEffect, DeskState } from './desk-model.ts';
import { openDesk } from './desk-state.ts';
import { nl } from './i18n/nl.ts';
import { sayPlace } from './i18n/say-conversation.ts';
import { playCall, showNotice } from './notices.ts';
import { browserPlatform, followPage } from './page-events.ts';
import { goTo, readContact, readConversation } from './place.ts';

export interface ConsoleOptions {
  session: SessionInfo;
  say(sentence: string): void;
  signedOut(): void;
}

export interface OpenConsole {
  link: DeskLink;
  /** Connects and listens; returns how to end it all. */
  begin(): () => void;
}

export function openConsole({ session, say, signedOut }: ConsoleOptions): OpenConsole {
  const me = session.operator.id;
  const kept = {
    ...openDesk(loadKept(me), readConversation(location.hash)),
    chosenContact: readContact(location.hash),
  };
  const link = new DeskLink({
    platform: browserPlatform,
    initial: { ...kept, operator: session.operator, organisation: session.organisation },
    tell: (effect, state) => tell(effect, state, say),
    readSession,
    signedOut,
  });
  const { store } = link;
  const begin = (): (() => void) => {
    const follow = (): void => {
      link.act({ type: 'select', conversation: readConversation(location.hash) });
      link.act({ type: 'choose-contact', contact: readContact(location.hash) });
    };
    const reflect = (): void => {
      saveKept(me, store.state.threads);
      document.title = titleOf(store.state);
    };
    window.addEventListener('hashchange', follow);
    window.addEventListener('popstate', follow);
    const stopWatching = store.watch(reflect);
    const stopPage = followPage(link);
    reflect();
    link.start();
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('popstate', follow);
      stopWatching();
      stopPage();
      link.stop();
      document.title = nl.product;
    };
  };
  return { link, begin };
}

function titleOf(state: DeskState): string {
  const count = countWaiting(state);
  return count > 0 ? `(${count}) ${nl.product}` : nl.product;
}

type Tell = Extract<DeskEffect, { do: 'tell' }>;

function tell({ news, conversation, seen }: Tell, state: DeskState, say: (sentence: string) => void): void {
  if (news === 'contact') {
    const request = state.contacts.get(conversation);
    if (request) say(nl.told.contact(request.subject));
    return;
  }
  const summary = state.summaries.get(conversation);
  if (summary === undefined) return;
  const place = sayPlace(summary);
  say(nl.told[news](place));
  if (seen) return;
  playCall();
  showNotice({
    title: nl.told.desktop[news],
    body: place,
    tag: conversation,
    open: () => goTo(conversation),
  });
}
