// A phone number as people write it, made into the one way that every phone can dial (ITU-T E.164).

/** What people put between the digits. */
const SEPARATORS = /[\s\-‐-―()./]/gu;
/** Country code and number together. */
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;
/** Nine digits behind the country code. What begins with 0800 or 0900 is a service, not a citizen. */
const DUTCH = /^\+31(?!800|90)[1-9]\d{8}$/;

/** Null: not a number that can be called. */
export function normalisePhone(written: string): string | null {
  // "+31 (0)6": the zero is for calls inside the country.
  const digits = written.normalize('NFKC').replace(/\(0\)/g, '').replace(SEPARATORS, '');
  const dialled = digits
    .replace(/^00/, '+')
    .replace(/^0(?=\d{9}$)/, '+31')
    .replace(/^\+310/, '+31');
  if (dialled.startsWith('+31')) return DUTCH.test(dialled) ? dialled : null;
  return INTERNATIONAL.test(dialled) ? dialled : null;
}
