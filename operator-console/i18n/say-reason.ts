// Why the detector thinks that someone is stuck, in plain Dutch with counts. A total map: a new reason does not compile without words.
import type { PageContext, ReasonCode } from '#protocol';

export type Reason = PageContext['reasons'][number];

interface Told {
  count: number;
  /** "2,4" or empty when unknown. */
  ratio: string;
  /** " bij Geboortedatum" or empty. */
  at: string;
}

const times = (count: number): string => (count > 1 ? `${count}× ` : '');

const SENTENCES = {
  dwell: ({ ratio, at }) => (ratio ? `${ratio}× langer bezig dan gewoonlijk${at}` : `lang bezig${at}`),
  'first-error': ({ at }) => `een foutmelding${at}`,
  'repeated-error': ({ count, at }) =>
    count > 1 ? `${count}× een foutmelding${at}` : `meer dan eens een foutmelding${at}`,
  rework: ({ count, at }) => `${times(count)}opnieuw ingevuld${at}`,
  revisit: ({ count, at }) => `${times(count)}teruggegaan${at.replace(' bij ', ' naar ')}`,
  thrash: ({ count }) => `${times(count)}heen en weer gescrold zonder iets in te vullen`,
  'failed-submit': ({ count }) => `${times(count)}versturen mislukt`,
  rage: ({ count }) =>
    count > 1 ? `${count}× snel achter elkaar geklikt zonder resultaat` : 'vaak geklikt zonder resultaat',
  'help-seeking': ({ count, at }) => `${times(count)}uitleg gezocht${at}`,
  'return-without-progress': ({ count }) => `${times(count)}teruggekomen zonder verder te gaan`,
  leaving: () => 'stond op het punt om weg te gaan',
  rereading: ({ at }) => `leest de vraag steeds opnieuw${at}`,
  'label-copied': ({ at }) => `tekst van de vraag gekopieerd of geselecteerd${at}`,
  hesitation: () => 'aarzelt bij de knop om verder te gaan',
  'left-empty': ({ count, at }) => `${times(count)}een vraag leeg gelaten${at}`,
  wavering: ({ count, at }) => `${times(count)}een ander antwoord gekozen${at}`,
  wandering: () => 'zoekt op de pagina zonder iets in te vullen',
} satisfies Record<ReasonCode, (told: Told) => string>;

/** `fields` knows labels by field id; a field that it does not know is named as the page named it. */
export function sayReason(reason: Reason, field: PageContext['field']): string {
  const name = field !== null && reason.field === field.id ? field.label : reason.field;
  const ratio =
    reason.ratio === undefined
      ? ''
      : reason.ratio.toLocaleString('nl-NL', { maximumFractionDigits: 1, useGrouping: false });
  return SENTENCES[reason.code]({
    count: reason.count ?? 0,
    ratio,
    at: name === undefined || name === '' ? '' : ` bij ${name}`,
  });
}

export function sayWithCapital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('nl') + sentence.slice(1);
}
