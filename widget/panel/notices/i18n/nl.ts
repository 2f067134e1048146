// The words of what comes by itself, in Dutch (B1, u-form). This file is the source of the keys; the other languages have its type.

export const nl = {
  stillThere: (time: string) => `Bent u er nog? Om ${time} stopt dit gesprek vanzelf.`,
  stay: 'Ik ben er nog',
  /** In the title of the tab, before the page's own. */
  tab: 'Bent u er nog?',
};

export type NoticeTexts = typeof nl;
