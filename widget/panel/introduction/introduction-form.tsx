// Who asks, and about what: nobody has to say, and it goes along with the first word.
import type { Introduction, IntroductionQuestion, SiteInfo } from '#protocol';
import { LIMITS } from '#protocol';
import { type IntroductionTexts, nl } from './i18n/nl.ts';

export interface IntroductionFormProps {
  readonly site: Pick<SiteInfo, 'asks'>;
  readonly introduction: Introduction | null;
  sayIntroduction(dutch: IntroductionTexts): IntroductionTexts;
  introduce(answer: Partial<Introduction>): void;
}

const NOTHING: Introduction = { name: '', subject: '' };
const AUTOCOMPLETE: Record<IntroductionQuestion, string> = { name: 'name', subject: 'off' };

export function IntroductionForm({ site, introduction, sayIntroduction, introduce }: IntroductionFormProps) {
  const words = sayIntroduction(nl);
  const told = introduction ?? NOTHING;
  return (
    <fieldset class="vp-introduction">
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
            onInput={(event) => introduce({ [question]: event.currentTarget.value })}
          />
        </div>
      ))}
    </fieldset>
  );
}
