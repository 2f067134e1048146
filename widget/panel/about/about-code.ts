/// <reference types="vite/client" />
// What a site asks before the first word, as one file that is fetched where one asks.
import style from './about.css?inline';
import { AboutForm } from './about-form.tsx';

export interface AboutCode {
  readonly View: typeof AboutForm;
  readonly style: string;
}

export const part: AboutCode = { View: AboutForm, style };
