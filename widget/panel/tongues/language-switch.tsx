// In which language the citizen reads: a plain list, each language by its own name.
import { LANGUAGES, type Language } from '#protocol';
import type { Texts } from '../i18n/nl.ts';

const NAMES: Record<Language, string> = {
  nl: 'Nederlands',
  fy: 'Frysk',
  en: 'English',
  de: 'Deutsch',
  tr: 'Türkçe',
  ar: 'العربية',
  pl: 'Polski',
  uk: 'Українська',
};

interface LanguageSwitchProps {
  texts: Texts;
  language: Language;
  speak(language: Language): void;
}

export function LanguageSwitch({ texts, language, speak }: LanguageSwitchProps) {
  function choose(event: { currentTarget: HTMLSelectElement }): void {
    const chosen = LANGUAGES[event.currentTarget.selectedIndex];
    if (chosen !== undefined) speak(chosen);
  }
  return (
    <div class="vp-tongue">
      <select aria-label={texts.language} value={language} onChange={choose}>
        {LANGUAGES.map((code) => (
          <option key={code} value={code} lang={code}>
            {NAMES[code]}
          </option>
        ))}
      </select>
    </div>
  );
}
