// What counts as a right answer on the demo forms: pure checks, the same in the browser and on the server.

/** @import { TextCheck } from '../form-kit/field.ts' */

/** @type {TextCheck} */
export function checkPostcode(value) {
  // SA, SD and SS are never used in Dutch postcodes.
  return /^[1-9]\d{3} ?(?!s[ads])[a-z]{2}$/i.test(value)
    ? null
    : 'Deze postcode klopt niet. Vul 4 cijfers en 2 letters in, bijvoorbeeld 1234 AB.';
}

/** @type {TextCheck} */
export function checkHouseNumber(value) {
  return /^[1-9]\d{0,4}$/.test(value)
    ? null
    : 'Vul hier alleen het huisnummer in, bijvoorbeeld 12. Een letter hoort in het vak ernaast.';
}

/** @type {TextCheck} */
export function checkPhone(value) {
  return /^(0|\+31|0031)[1-9]\d{8}$/.test(value.replace(/[\s-]/g, ''))
    ? null
    : 'Dit telefoonnummer klopt niet. Vul 10 cijfers in, bijvoorbeeld 06 12345678.';
}

/** @type {TextCheck} */
export function checkEmail(value) {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(value)
    ? null
    : 'Dit e-mailadres klopt niet. Vul een adres in zoals naam@voorbeeld.nl.';
}

/**
 * Dutch amounts: 1.250,50 and 1250,5 and 1250; a euro sign may stand before it.
 * @param {string} value
 * @returns {number | null} cents
 */
export function parseAmount(value) {
  const found = /^(?:€\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(\d{1,2}))?$/.exec(value.trim());
  if (!found?.[1]) return null;
  return Number(found[1].replaceAll('.', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}

/** @type {TextCheck} */
export function checkAmount(value) {
  return parseAmount(value) === null
    ? 'Dit bedrag klopt niet. Gebruik alleen cijfers en een komma, bijvoorbeeld 349,95.'
    : null;
}

/** @type {TextCheck} */
export function checkCount(value) {
  return /^\d{1,2}$/.test(value)
    ? null
    : 'Vul een getal in, bijvoorbeeld 2. Vul 0 in als u geen kinderen hebt.';
}

/** Length of an IBAN in the countries whose accounts a Dutch gemeente pays to most (ISO 13616 registry). */
const IBAN_LENGTHS = new Map([
  ['NL', 18],
  ['BE', 16],
  ['DE', 22],
  ['FR', 27],
  ['ES', 24],
]);

/** @type {TextCheck} */
export function checkIban(value) {
  const iban = value.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) {
    return 'Dit is geen IBAN. Een Nederlands IBAN begint met NL, bijvoorbeeld NL91 ABNA 0417 1643 00.';
  }
  const expected = IBAN_LENGTHS.get(iban.slice(0, 2));
  if (expected !== undefined && iban.length !== expected) {
    return `Dit IBAN heeft ${iban.length} tekens. Het moeten er ${expected} zijn. Kijk op uw bankpas.`;
  }
  return remainderOf97(iban) === 1
    ? null
    : 'Dit IBAN klopt niet. Misschien hebt u twee tekens omgewisseld. Kijk op uw bankpas.';
}

/** ISO 7064 mod 97-10, digit by digit, so that no number grows too large. @param {string} iban */
function remainderOf97(iban) {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let remainder = 0;
  for (const sign of moved) {
    for (const digit of String(Number.parseInt(sign, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder;
}

/**
 * @param {{ day: string; month: string; year: string }} parts
 * @returns {string | null} yyyy-mm-dd, or null when the day does not exist
 */
export function parseDay({ day, month, year }) {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const lastDay = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    Number(month) - 1
  ];
  if (lastDay === undefined || Number(day) < 1 || Number(day) > lastDay) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** @param {number} year */
function isLeap(year) {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
