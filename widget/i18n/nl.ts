// Dutch words of button and offer. The build gives them to the server, in every language: they come with what a site tells (G1).
import type { SiteWords } from '#protocol';

export const button = {
  region: 'Hulp',
  chat: 'Chat met ons',
  failed: 'Chatten lukt nu niet',
};
export const offer: SiteWords['offer'] = {
  title: 'Hulp nodig?',
  stuck: 'Loopt u vast bij {place}? Een medewerker kan u helpen.',
  step: 'stap {index}',
  yes: 'Ja, graag',
  no: 'Nee, bedankt',
  close: 'Sluiten',
  /** Begins as the button does: who speaks to the page calls it by the same words. */
  nudge: 'Chat met ons, wij helpen u',
};
