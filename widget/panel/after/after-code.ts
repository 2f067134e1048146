/// <reference types="vite/client" />
// All that comes after a conversation, as one file that is fetched at its end.
import style from './after.css?inline';
import { After } from './after.tsx';
import { type AfterTexts, nl } from './i18n/nl.ts';

export interface AfterCode {
  readonly View: typeof After;
  /** Dutch, in the u-form. */
  readonly words: AfterTexts;
  readonly style: string;
}

export const part: AfterCode = { View: After, words: nl, style };
