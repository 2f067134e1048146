// The steps and questions of "Bijzondere bijstand aanvragen", hard words included.

import { checkAmount, checkCount, checkIban } from './field-checks.js';

/** @import { Field, Step } from '../form-kit/field.ts' */

/** @type {readonly Field[]} */
const costFields = [
  {
    kind: 'select',
    name: 'kostensoort',
    label: 'Voor welke kosten vraagt u bijzondere bijstand aan?',
    options: [
      { value: 'bewindvoering', label: 'Bewindvoering of mentorschap' },
      { value: 'inrichting', label: 'Inrichting van uw woning' },
      { value: 'medisch', label: 'Medische kosten of hulpmiddelen' },
      { value: 'reiskosten', label: 'Reiskosten' },
      { value: 'rechtsbijstand', label: 'Eigen bijdrage rechtsbijstand' },
      { value: 'anders', label: 'Andere kosten' },
    ],
    missing: 'Kies voor welke kosten u bijzondere bijstand aanvraagt.',
  },
  {
    kind: 'text',
    name: 'kosten-bedrag',
    label: 'Hoe hoog zijn de kosten?',
    hint: 'Vul het hele bedrag in euro’s in, bijvoorbeeld 349,95.',
    missing: 'Vul in hoe hoog de kosten zijn, bijvoorbeeld 349,95.',
    check: checkAmount,
    inputmode: 'decimal',
    width: 'short',
    prefix: '€',
  },
  {
    kind: 'radio',
    name: 'voorliggende-voorziening',
    label: 'Is er een voorliggende voorziening voor deze kosten?',
    options: [
      { value: 'ja', label: 'Ja, maar die vergoedt niet alles' },
      { value: 'nee', label: 'Nee' },
      { value: 'onbekend', label: 'Dat weet ik niet' },
    ],
    missing: 'Kies of er een voorliggende voorziening is. Weet u het niet? Kies dan “Dat weet ik niet”.',
    help: {
      question: 'Wat is een voorliggende voorziening?',
      answer:
        'Dat is een andere regeling die uw kosten helemaal of voor een deel betaalt. Denk aan uw zorgverzekering, de Wmo of huurtoeslag. Die regeling gaat voor op bijzondere bijstand.',
    },
  },
  {
    kind: 'textarea',
    name: 'toelichting',
    label: 'Waarom zijn de kosten noodzakelijk en kunt u ze niet uit uw draagkracht betalen?',
    hint: 'Schrijf in een paar zinnen waarom u de kosten moet maken.',
    missing: 'Leg in een paar zinnen uit waarom de kosten noodzakelijk zijn.',
    check: (value) =>
      value.length < 20
        ? 'Uw uitleg is nog erg kort. Schrijf in een paar zinnen waarom u de kosten moet maken.'
        : null,
    help: {
      question: 'Wat is draagkracht?',
      answer:
        'Draagkracht is het deel van uw inkomen en vermogen dat u zelf kunt gebruiken voor deze kosten. Wij rekenen dit voor u uit. U hoeft dit niet zelf te doen.',
    },
  },
];

/** @type {readonly Field[]} */
const householdFields = [
  {
    kind: 'date',
    name: 'geboortedatum',
    label: 'Wat is uw geboortedatum?',
    missing: 'Vul uw geboortedatum in, bijvoorbeeld 24 11 1980.',
    check: (date, today) =>
      date > today ? 'Uw geboortedatum kan niet in de toekomst liggen. Controleer het jaar.' : null,
    autocomplete: 'bday',
  },
  {
    kind: 'radio',
    name: 'partner',
    label: 'Woont u samen met een partner?',
    hint: 'Ook een huisgenoot met wie u de kosten deelt kan een partner zijn.',
    options: [
      { value: 'ja', label: 'Ja' },
      { value: 'nee', label: 'Nee' },
    ],
    missing: 'Kies of u samenwoont met een partner.',
    help: {
      question: 'Wanneer hebt u een partner?',
      answer:
        'U hebt een partner als u getrouwd bent, een geregistreerd partnerschap hebt, of met iemand een gezamenlijke huishouding voert. Een ouder of een kind is geen partner.',
    },
  },
  {
    kind: 'text',
    name: 'kinderen',
    label: 'Hoeveel kinderen onder de 18 jaar wonen bij u?',
    hint: 'Geen kinderen? Vul dan 0 in.',
    missing: 'Vul in hoeveel kinderen er bij u wonen. Geen kinderen? Vul dan 0 in.',
    check: checkCount,
    inputmode: 'numeric',
    width: 'short',
  },
];

/** @type {readonly Field[]} */
const incomeFields = [
  {
    kind: 'income',
    name: 'inkomen',
    label: 'Uw inkomen per maand',
    hint: 'Zet elk inkomen op een eigen regel: loon, uitkering, pensioen, alimentatie. Tel het inkomen van uw partner mee.',
    missing:
      'Vul ten minste één inkomen in, bijvoorbeeld loon of uitkering. Hebt u niets? Vul dan in: geen, met bedrag 0.',
  },
  {
    kind: 'text',
    name: 'vermogen',
    label: 'Hoe hoog is uw vermogen?',
    hint: 'Tel alles bij elkaar op, bijvoorbeeld 1.250,00.',
    missing: 'Vul in hoe hoog uw vermogen is. Hebt u geen vermogen? Vul dan 0 in.',
    check: checkAmount,
    inputmode: 'decimal',
    width: 'short',
    prefix: '€',
    help: {
      question: 'Wat telt mee als vermogen?',
      answer:
        'Spaargeld, geld op uw betaalrekening, aandelen, een auto die meer waard is dan € 5.000 en een eigen huis. Schulden trekt u daarvan af.',
    },
  },
];

/** @type {readonly Field[]} */
const accountFields = [
  {
    kind: 'text',
    name: 'iban',
    label: 'Op welk rekeningnummer (IBAN) wilt u het geld ontvangen?',
    hint: 'Uw IBAN staat op uw bankpas. Een Nederlands IBAN heeft 18 tekens.',
    missing: 'Vul het IBAN in waarop u het geld wilt ontvangen.',
    check: checkIban,
    width: 'medium',
  },
  {
    kind: 'text',
    name: 'rekeninghouder',
    label: 'Op welke naam staat de rekening?',
    missing: 'Vul de naam in die bij de rekening hoort.',
    autocomplete: 'name',
  },
  {
    kind: 'date',
    name: 'factuurdatum',
    label: 'Wat is de datum van de factuur of offerte?',
    missing: 'Vul de datum van de factuur of offerte in, bijvoorbeeld 3 10 2026.',
    check: (date, today) =>
      date > today
        ? 'Deze datum ligt in de toekomst. Vul de datum in die op de factuur of offerte staat.'
        : null,
  },
  {
    kind: 'files',
    name: 'bewijsstukken',
    label: 'Stuur uw bewijsstukken mee',
    hint: 'De factuur of offerte, en een bankafschrift van de laatste maand. U kunt pdf, jpg en png sturen, samen niet groter dan 10 MB.',
    missing: 'Kies ten minste één bewijsstuk, bijvoorbeeld een foto van de factuur.',
    accept: ['.pdf', '.jpg', '.jpeg', '.png'],
  },
];

/** @type {readonly Field[]} */
const sendFields = [
  {
    kind: 'checkbox',
    name: 'akkoord',
    label: 'Ik heb alles naar waarheid ingevuld en geef wijzigingen in mijn inkomen door',
    missing: 'Zet een vinkje om te verklaren dat u alles naar waarheid hebt ingevuld.',
  },
];

/** @type {readonly Step[]} */
export const aidSteps = [
  { id: 'kosten', title: 'Kosten', fields: costFields },
  { id: 'huishouden', title: 'Huishouden', fields: householdFields },
  { id: 'inkomen', title: 'Inkomen en vermogen', fields: incomeFields },
  { id: 'rekening', title: 'Rekening en bewijs', fields: accountFields },
  {
    id: 'controleren',
    title: 'Controleren en versturen',
    intro: 'Kloppen uw antwoorden? Dan kunt u de aanvraag versturen.',
    fields: sendFields,
  },
];
