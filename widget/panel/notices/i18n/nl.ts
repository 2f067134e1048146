// The words of what comes by itself, in Dutch (B1, u-form). This file is the source of the keys; the other languages have its type.

export const nl = {
  stillThere: (time: string) => `Bent u er nog? Om ${time} stopt dit gesprek vanzelf.`,
  stay: 'Ik ben er nog',
  /** Of the form on the page: its own server forgets who is silent for too long. */
  formEnds: (time: string) =>
    `De tijd voor uw formulier loopt om ${time} af. Ga voor die tijd verder in het formulier, of sla het op.`,
  formEnded:
    'De tijd voor uw formulier is waarschijnlijk om. Ga terug naar het formulier en kijk of u verder kunt.',
  understood: 'Begrepen',
  /** In the title of the tab, before the page's own. */
  tab: 'Bent u er nog?',
};

export type NoticeTexts = typeof nl;
