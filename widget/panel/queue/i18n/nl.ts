// Dutch words of waiting; the source of the keys for every language.

const ORDINALS = 'tweede derde vierde vijfde zesde zevende achtste negende tiende'.split(' ');

export const nl = {
  /** `place`: 1 to 10 exactly, then by tens to 100, then 101 for more. */
  place(place: number): string {
    if (place === 1) return 'U bent aan de beurt zodra een medewerker vrij is.';
    const ordinal = ORDINALS[place - 2];
    if (ordinal !== undefined) return `U bent nu de ${ordinal} in de rij.`;
    return place > 100 ? 'Er zijn meer dan 100 mensen voor u.' : `Er zijn ongeveer ${place} mensen voor u.`;
  },
  within: (minutes: number) =>
    `Dat duurt meestal minder dan ${minutes} ${minutes > 1 ? 'minuten' : 'minuut'}.`,
  between: (from: number, to: number) => `Dat duurt meestal ${from} tot ${to} minuten.`,
  long: 'Dat kan langer dan een uur duren.',
  late: 'Het duurt langer dan wij willen. Wilt u liever worden teruggebeld? U houdt uw plaats in de rij.',
  callMe: 'Bel mij terug',
  asked: (day: string, time: string) =>
    `Wij bellen u uiterlijk ${day} om ${time}. U kunt hier ook blijven wachten.`,
};

export type QueueTexts = typeof nl;
