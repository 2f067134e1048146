// Who asks, and about what: nobody has to say, and it goes along with the first word.
import type { About, AboutQuestion, SiteInfo } from '#protocol';
import { LIMITS } from '#protocol';
import type { Chosen } from '../../conversation/session-store.ts';
import { type AboutTexts, nl } from './i18n/nl.ts';

export interface AboutFormProps {
  readonly site: Pick<SiteInfo, 'asks'>;
  readonly about: About | null;
  sayAbout(dutch: AboutTexts): AboutTexts;
  prefer(chosen: Partial<Chosen>): void;
}

const NOTHING: About = { name: '', subject: '' };
const AUTOCOMPLETE: Record<AboutQuestion, string> = { name: 'name', subject: 'off' };

export function AboutForm({ site, about, sayAbout, prefer }: AboutFormProps) {
  const words = sayAbout(nl);
  const told = about ?? NOTHING;
  return (
    <fieldset class="vp-about">
      <legend class="vp-small">{words.intro}</legend>
      {site.asks?.map((question) => (
        <div key={question}>
          <label for={`vp-${question}`}>{words[question]}</label>
          <input
            id={`vp-${question}`}
            class="vp-box"
            dir="auto"
            maxLength={LIMITS.nameChars}
            autocomplete={AUTOCOMPLETE[question]}
            value={told[question]}
            onInput={(event) => prefer({ about: { ...told, [question]: event.currentTarget.value } })}
          />
        </div>
      ))}
    </fieldset>
  );
}
