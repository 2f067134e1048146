/** The form that our Open Forms server hands out: Aanvraag parkeervergunning, as a gemeente would configure it. */

type Component = {
  id: string;
  type: string;
  key: string;
  label: string;
  description?: string;
  validate?: Record<string, unknown>;
  [setting: string]: unknown;
};

export type Values = Record<string, unknown>;
export type StepDefinition = { uuid: string; slug: string; name: string; components: Component[] };
export type InvalidParam = { name: string; code: string; reason: string };

export const FORM = {
  uuid: 'e450890a-4166-410e-8d64-0a54ad30ba01',
  slug: 'parkeervergunning',
  name: 'Aanvraag parkeervergunning',
};

export const STEPS: StepDefinition[] = [
  {
    uuid: '9e6eb3c5-e5a4-4abf-b64a-73d3243f2bf5',
    slug: 'uw-gegevens',
    name: 'Uw gegevens',
    components: [
      component('textfield', 'naam', 'Naam', { validate: { required: true } }),
      component('textfield', 'kenteken', 'Kenteken', {
        description: 'Zoals het op uw kentekenbewijs staat, met streepjes.',
        validate: { required: true },
      }),
      component('date', 'ingangsdatum', 'Ingangsdatum', {
        format: 'dd-MM-yyyy',
        openForms: { widget: 'inputGroup' },
        datePicker: { showWeeks: true, startingDay: 1, initDate: '', minMode: 'day', maxMode: 'year' },
      }),
      component('radio', 'eigenaar', 'Staat de auto op uw naam?', {
        openForms: { dataSrc: 'manual' },
        values: [
          { value: 'ja', label: 'Ja' },
          { value: 'nee', label: 'Nee, het is een leaseauto' },
        ],
      }),
    ],
  },
  {
    uuid: '98980018-e5a4-4abf-b64a-76f3f3b1f897',
    slug: 'uw-auto',
    name: 'Uw auto',
    components: [
      component('textfield', 'merk', 'Merk', { validate: { required: true } }),
      component('select', 'brandstof', 'Brandstof', {
        openForms: { dataSrc: 'manual' },
        data: {
          values: [
            { value: 'benzine', label: 'Benzine' },
            { value: 'diesel', label: 'Diesel' },
            { value: 'elektrisch', label: 'Elektrisch' },
          ],
        },
      }),
    ],
  },
];

/** What only the server knows: the pages themselves check nothing but whether a field is empty. */
const SERVER_CHECKS: Record<string, { pattern: RegExp; reason: string }> = {
  kenteken: {
    pattern: /^(?=.*[A-Z])[A-Z0-9]{1,3}-[A-Z0-9]{1,3}-[A-Z0-9]{1,3}$/i,
    reason: 'Dit is geen Nederlands kenteken. Vul het in met streepjes, bijvoorbeeld AB-123-C.',
  },
};

export function findInvalid(step: StepDefinition, values: Values): InvalidParam[] {
  return step.components.flatMap(({ key }) => {
    const check = SERVER_CHECKS[key];
    if (!check || check.pattern.test(String(values[key] ?? ''))) return [];
    return [{ name: `data.${key}`, code: 'invalid', reason: check.reason }];
  });
}

function component(type: string, key: string, label: string, settings: Values): Component {
  return { id: `of${key}`, type, key, label, validateOn: 'change', hidden: false, ...settings };
}
