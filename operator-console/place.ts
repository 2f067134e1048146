// The address of what is on the screen: `#gesprek/<id>` is one conversation, `#terugbelverzoek/<id>` one request, nothing is the lists.
const CONVERSATION = /^#gesprek\/([A-Za-z0-9_-]{22})$/;
const CONTACT = /^#terugbelverzoek\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const SIGN_IN = /^\/console\/aanmelden\/?$/;

export const addressOf = (conversation: string): string => `#gesprek/${conversation}`;

export const contactAddressOf = (contact: string): string => `#terugbelverzoek/${contact}`;

export function readContact(hash: string): string | null {
  return CONTACT.exec(hash)?.[1] ?? null;
}

export function readConversation(hash: string): string | null {
  return CONVERSATION.exec(hash)?.[1] ?? null;
}

/** The one-time token of `/console/aanmelden#<token>`; null when this is not a sign-in link. */
export function readSignInToken(place: { pathname: string; hash: string }): string | null {
  const token = place.hash.slice(1);
  return SIGN_IN.test(place.pathname) && token !== '' ? token : null;
}

export function goToContact(contact: string): void {
  location.hash = contactAddressOf(contact);
}

export function goTo(conversation: string | null): void {
  if (conversation !== null) location.hash = addressOf(conversation);
  // Not `location.hash = ''`: that leaves a lone # and jumps to the top.
  else if (location.hash !== '') history.pushState(null, '', location.pathname);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
