// Tells the server in which language the citizen reads, when it knows otherwise (G2).
import type { Language } from '#protocol';

export interface LanguageReport {
  /** Another one was chosen. */
  changed(): void;
  /** The line is there (again), and this is what the server knows. */
  heard(told: Language | undefined): void;
}

export function createLanguageReport(
  read: () => Language,
  send: (language: Language) => boolean,
): LanguageReport {
  let told: Language | undefined;
  function changed(): void {
    const language = read();
    // A server that said nothing of it would not understand (S2).
    if (told !== undefined && told !== language && send(language)) told = language;
  }
  return {
    changed,
    heard(language) {
      told = language;
      changed();
    },
  };
}
