/// <reference types="vite/client" />
// All that the other ways need, as one file that is fetched by who needs it: the screens, their words and their looks.
import { nl, type WaysTexts } from './i18n/nl.ts';
import style from './ways.css?inline';
import { Ways } from './ways.tsx';

export interface WaysCode {
  readonly View: typeof Ways;
  /** Dutch, in the u-form. */
  readonly words: WaysTexts;
  readonly style: string;
}

export const part: WaysCode = { View: Ways, words: nl, style };
