// Why the detector thinks that someone is stuck, in plain words with counts. Total maps: a new reason does not compile without words.
import type { PageContext, ReasonCode } from '#protocol';

export type Reason = PageContext['reasons'][number];

interface Told {
  /** 0 when unknown. */
  count: number;
  /** "2,4", or empty when unknown or when it says nothing. */
  ratio: string;
  /** The label of the field, or empty. */
  name: string;
  /** " bij Geboortedatum", or empty. */
  at: string;
}
type Sentences = Record<ReasonCode, (told: Told) => string>;

/** This time over what this person would need at their own pace: below it, silence counted and not slowness. */
const TELLING_RATIO = 1.05;

const times = (count: number): string => (count > 1 ? `${count}× ` : '');

const nl: Sentences = {
  dwell: ({ ratio, at }) => (ratio ? `${ratio}× langer dan het eigen tempo${at}` : `lang bezig${at}`),
  'repeated-error': ({ count, at }) =>
    count > 1 ? `${count}× een foutmelding${at}` : `meer dan eens een foutmelding${at}`,
  rework: ({ count, at }) => `${times(count)}gewist en opnieuw geschreven${at}`,
  revisit: ({ count, name }) => `${times(count)}teruggegaan${name && ` naar ${name}`}`,
  thrash: ({ count }) => `${times(count)}heen en weer gescrold zonder iets in te vullen`,
  'failed-submit': ({ count }) => `${times(count)}versturen of verdergaan mislukt`,
  rage: ({ count }) => `${times(count)}geklikt zonder dat er iets gebeurde`,
  'help-seeking': ({ count, at }) => `${times(count)}uitleg gezocht${at}`,
  'return-without-progress': ({ count, at }) =>
    `${times(count)}weg geweest en teruggekomen zonder verder te gaan${at}`,
  rereading: ({ count, at }) => `${times(count)}de vraag opnieuw gelezen${at}`,
  'label-copied': ({ count, at }) =>
    `${times(count)}tekst van de ${at ? 'vraag' : 'pagina'} geselecteerd of gekopieerd${at}`,
  'left-empty': ({ count, name }) => `${times(count)}een vraag leeg gelaten${name && `: ${name}`}`,
  wavering: ({ count, at }) => `${times(count)}een ander antwoord gekozen${at}`,
  wandering: () => 'op de pagina gezocht zonder iets in te vullen',
};

const en: Sentences = {
  dwell: ({ ratio, at }) => (ratio ? `${ratio}× longer than their own pace${at}` : `long at work${at}`),
  'repeated-error': ({ count, at }) =>
    count > 1 ? `error message ${count}×${at}` : `more than one error message${at}`,
  rework: ({ count, at }) => `${times(count)}erased and written again${at}`,
  revisit: ({ count, name }) => `${times(count)}gone back${name && ` to ${name}`}`,
  thrash: ({ count }) => `${times(count)}scrolled up and down without filling in`,
  'failed-submit': ({ count }) => `${times(count)}sending or going on failed`,
  rage: ({ count }) => `${times(count)}clicked and nothing happened`,
  'help-seeking': ({ count, at }) => `${times(count)}looked for an explanation${at}`,
  'return-without-progress': ({ count, at }) => `${times(count)}away and back without going on${at}`,
  rereading: ({ count, at }) => `${times(count)}read the question again${at}`,
  'label-copied': ({ count, at }) =>
    `${times(count)}selected or copied words of the ${at ? 'question' : 'page'}${at}`,
  'left-empty': ({ count, name }) => `${times(count)}left a question empty${name && `: ${name}`}`,
  wavering: ({ count, at }) => `${times(count)}chose another answer${at}`,
  wandering: () => 'searched the page without filling in',
};

/** Of who works at the desk, not of the citizen. */
export type Tongue = 'nl' | 'en';

const TONGUES: Record<Tongue, { locale: string; at: string; sentences: Sentences }> = {
  nl: { locale: 'nl-NL', at: 'bij', sentences: nl },
  en: { locale: 'en-GB', at: 'at', sentences: en },
};

/** `field` knows the label of one field id; a field that it does not know is named as the page named it. */
export function sayReason(
  { code, field: id = '', count = 0, ratio = 0 }: Reason,
  field: PageContext['field'],
  language: Tongue = 'nl',
): string {
  const { locale, at, sentences } = TONGUES[language];
  const name = id === field?.id ? field.label : id;
  return sentences[code]({
    count,
    ratio:
      ratio < TELLING_RATIO
        ? ''
        : ratio.toLocaleString(locale, { maximumFractionDigits: 1, useGrouping: false }),
    name,
    at: name && ` ${at} ${name}`,
  });
}

export function sayWithCapital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('nl') + sentence.slice(1);
}
