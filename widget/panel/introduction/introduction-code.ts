/// <reference types="vite/client" />
// What a site asks before the first word, as one file that is fetched where one asks.
import style from './introduction.css?inline';
import { IntroductionForm } from './introduction-form.tsx';

export interface IntroductionCode {
  readonly View: typeof IntroductionForm;
  readonly style: string;
}

export const part: IntroductionCode = { View: IntroductionForm, style };
