// Dutch words of button and offer; the source of the keys for every language. Two lists, because the button is always there.
export const button = {
  region: 'Hulp',
  chat: 'Chat met ons',
  failed: 'Chatten lukt nu niet',
};
export const offer = {
  title: 'Hulp nodig?',
  stuck: 'Loopt u vast bij {place}? Een medewerker kan u helpen.',
  step: 'stap {index}',
  yes: 'Ja, graag',
  no: 'Nee, bedankt',
  close: 'Sluiten',
  /** Begins as the button does: who speaks to the page calls it by the same words. */
  nudge: 'Chat met ons, wij helpen u',
};
