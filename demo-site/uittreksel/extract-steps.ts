// The steps and questions of "Uittreksel BRP aanvragen".
import type { Field, Step } from '../form-kit/field.ts';
import { checkEmail, checkPhone } from '../pages/field-checks.js';

const extractFields: readonly Field[] = [
  {
    kind: 'radio',
    name: 'soort-uittreksel',
    label: 'Welk uittreksel hebt u nodig?',
    options: [
      { value: 'adres', label: 'Uittreksel met uw adres' },
      { value: 'historie', label: 'Uittreksel met uw adres en vorige adressen' },
      { value: 'gezin', label: 'Uittreksel met uw gezinssamenstelling' },
      { value: 'internationaal', label: 'Internationaal uittreksel (voor het buitenland)' },
    ],
    missing: 'Kies welk uittreksel u nodig hebt.',
    help: {
      question: 'Welk uittreksel moet ik kiezen?',
      answer:
        'Vraag aan de organisatie die om het uittreksel vraagt wat erop moet staan. Voor een nieuwe woning is een uittreksel met uw adres meestal genoeg.',
    },
  },
];

const personFields: readonly Field[] = [
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
    kind: 'email',
    name: 'email',
    label: 'E-mailadres',
    hint: 'Hier sturen wij de bevestiging naartoe.',
    missing: 'Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.',
    check: checkEmail,
    autocomplete: 'email',
  },
  {
    kind: 'tel',
    name: 'telefoon',
    label: 'Telefoonnummer',
    hint: 'Wij bellen u alleen als wij een vraag hebben.',
    check: checkPhone,
    autocomplete: 'tel',
    width: 'medium',
  },
];

const deliveryFields: readonly Field[] = [
  {
    kind: 'radio',
    name: 'bezorging',
    label: 'Hoe wilt u het uittreksel krijgen?',
    options: [
      { value: 'post', label: 'Per post, op het adres waar u staat ingeschreven (3 werkdagen)' },
      { value: 'balie', label: 'Zelf ophalen in het stadhuis (morgen klaar)' },
    ],
    missing: 'Kies hoe u het uittreksel wilt krijgen.',
  },
  {
    kind: 'select',
    name: 'reden',
    label: 'Waarvoor hebt u het uittreksel nodig?',
    options: [
      { value: 'woning', label: 'Huren of kopen van een woning' },
      { value: 'huwelijk', label: 'Trouwen of partnerschap' },
      { value: 'buitenland', label: 'Wonen of werken in het buitenland' },
      { value: 'school', label: 'School of studie' },
      { value: 'anders', label: 'Iets anders' },
    ],
    missing: 'Kies waarvoor u het uittreksel nodig hebt.',
  },
  {
    kind: 'textarea',
    name: 'opmerking',
    label: 'Wilt u nog iets aan ons doorgeven?',
  },
];

const sendFields: readonly Field[] = [
  {
    kind: 'checkbox',
    name: 'akkoord',
    label: 'Mijn antwoorden kloppen en ik betaal € 16,20 voor het uittreksel',
    missing: 'Zet een vinkje als uw antwoorden kloppen en u akkoord gaat met de kosten.',
  },
];

export const extractSteps: readonly Step[] = [
  { id: 'stap-1', title: 'Soort uittreksel', fields: extractFields },
  { id: 'stap-2', title: 'Uw gegevens', fields: personFields },
  { id: 'stap-3', title: 'Bezorging en reden', fields: deliveryFields },
  {
    id: 'stap-4',
    title: 'Controleren en versturen',
    intro: 'Kloppen uw antwoorden? Dan kunt u de aanvraag versturen. U krijgt een rekening per e-mail.',
    fields: sendFields,
  },
];
