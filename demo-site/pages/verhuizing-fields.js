// The questions of "Verhuizing doorgeven".

import { checkEmail, checkHouseNumber, checkPhone, checkPostcode } from './field-checks.js';

/** @import { DateCheck, Field } from '../form-kit/field.ts' */

/** Days ahead that a move may be reported (Wet BRP: from four weeks before the move). */
const DAYS_AHEAD = 28;
const DAY_MS = 86_400_000;

/** @type {DateCheck} */
function checkMovingDay(date, today) {
  const ahead = (Date.parse(date) - Date.parse(today)) / DAY_MS;
  if (ahead > DAYS_AHEAD) {
    return 'Deze datum is nog te ver weg. U kunt uw verhuizing vanaf 4 weken van tevoren doorgeven.';
  }
  return ahead < -366
    ? 'Deze datum is langer dan een jaar geleden. Bel ons op 14 0999, dan helpen wij u.'
    : null;
}

/** @type {readonly Field[]} */
export const addressFields = [
  {
    kind: 'text',
    name: 'postcode',
    label: 'Postcode',
    hint: 'Bijvoorbeeld 1234 AB',
    missing: 'Vul de postcode van uw nieuwe adres in, bijvoorbeeld 1234 AB.',
    check: checkPostcode,
    autocomplete: 'postal-code',
    width: 'short',
  },
  {
    kind: 'text',
    name: 'huisnummer',
    label: 'Huisnummer',
    missing: 'Vul uw nieuwe huisnummer in, bijvoorbeeld 12.',
    check: checkHouseNumber,
    inputmode: 'numeric',
    width: 'short',
  },
  { kind: 'text', name: 'toevoeging', label: 'Toevoeging', width: 'short' },
  {
    kind: 'text',
    name: 'straat',
    label: 'Straat',
    missing: 'Vul de straat van uw nieuwe adres in.',
    autocomplete: 'address-line1',
  },
  {
    kind: 'text',
    name: 'woonplaats',
    label: 'Woonplaats',
    missing: 'Vul uw nieuwe woonplaats in.',
    autocomplete: 'address-level2',
  },
];

/** @type {readonly Field[]} */
export const moveFields = [
  {
    kind: 'date',
    name: 'verhuisdatum',
    label: 'Op welke dag verhuist u?',
    hint: 'Dit is de dag waarop u in uw nieuwe huis gaat wonen.',
    missing: 'Vul de dag in waarop u verhuist, bijvoorbeeld 24 11 2026.',
    check: checkMovingDay,
  },
  {
    kind: 'radio',
    name: 'wie-verhuist',
    label: 'Wie verhuizen er met u mee?',
    options: [
      { value: 'alleen', label: 'Niemand, ik verhuis alleen' },
      { value: 'partner', label: 'Mijn partner' },
      { value: 'gezin', label: 'Mijn partner en kinderen' },
      { value: 'kinderen', label: 'Alleen mijn kinderen' },
    ],
    missing: 'Kies wie er met u mee verhuizen.',
  },
];

/** @type {readonly Field[]} */
export const contactFields = [
  {
    kind: 'tel',
    name: 'telefoon',
    label: 'Telefoonnummer',
    hint: 'Wij bellen u alleen als wij een vraag hebben.',
    check: checkPhone,
    autocomplete: 'tel',
    width: 'medium',
  },
  {
    kind: 'email',
    name: 'email',
    label: 'E-mailadres',
    hint: 'Hier sturen wij de bevestiging naartoe.',
    missing: 'Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.',
    check: checkEmail,
    autocomplete: 'email',
  },
  {
    kind: 'checkbox',
    name: 'verklaring',
    label: 'Ik heb alles naar waarheid ingevuld',
    missing: 'Zet een vinkje om te verklaren dat u alles naar waarheid hebt ingevuld.',
  },
];

export const movingFields = [...addressFields, ...moveFields, ...contactFields];
