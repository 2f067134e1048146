// The form of a word that goes with a number, in languages that have more than two.

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export function createPlural(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
