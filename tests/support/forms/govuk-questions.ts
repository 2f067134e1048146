/** The questions of our GOV.UK form, each with the page it makes and what its server refuses. */
import { escapeHtml, renderFixture } from './govuk-fixtures.ts';

export type Answers = Record<string, string>;
/** Which input the error summary links to, and what it says. */
export type Mistake = { id: string; text: string };

export type Question = {
  path: string;
  /** The h1, and the first part of the page's title. */
  heading: string;
  check(answers: Answers): Mistake[];
  render(answers: Answers, mistakes: Mistake[]): string;
};

/** The pattern that GOV.UK publishes in its design system for this field. */
const NINO = /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;

const nationalInsurance: Question = {
  path: '/national-insurance-number',
  heading: 'What is your National Insurance number?',
  check: ({ nino = '' }) => {
    if (nino.trim() === '') return [{ id: 'nino', text: 'Enter your National Insurance number' }];
    if (NINO.test(nino.replaceAll(' ', '').toUpperCase())) return [];
    return [{ id: 'nino', text: 'Enter a National Insurance number in the correct format' }];
  },
  render: ({ nino = '' }, [mistake]) =>
    heading(nationalInsurance.heading) +
    (mistake
      ? renderFixture('input', 'with error and hint', {
          'with-error-hint': 'nino',
          'Enter a National Insurance number in the correct format': mistake.text,
          'type="text"': withValue(nino),
        })
      : renderFixture('input', 'with hint text', {
          'input-with-hint-text': 'nino',
          'name="test-name-2"': 'name="nino"',
          'type="text"': withValue(nino),
        })),
};

const homeAddress: Question = {
  path: '/home-address',
  heading: 'What is your home address?',
  check: ({ line1 = '', postcode = '' }) => [
    ...(line1.trim() === ''
      ? [{ id: 'line1', text: 'Enter address line 1, typically the building and street' }]
      : []),
    ...(POSTCODE.test(postcode.trim()) ? [] : [{ id: 'postcode', text: 'Enter a full UK postcode' }]),
  ],
  render: (answers, mistakes) => {
    const legend = renderFixture('fieldset', 'as page heading l', {
      'What is your address?': homeAddress.heading,
    });
    const inputs = [
      renderTextInput({ id: 'line1', label: 'Address line 1', answers, mistakes }),
      renderTextInput({ id: 'town', label: 'Town or city', answers, mistakes }),
      renderTextInput({ id: 'postcode', label: 'Postcode', answers, mistakes }),
    ];
    return legend.replace('</fieldset>', () => `${inputs.join('\n')}</fieldset>`);
  },
};

const dateOfBirth: Question = {
  path: '/date-of-birth',
  heading: 'What is your date of birth?',
  check: ({ day = '', month = '', year = '' }) => {
    if (`${day}${month}${year}` === '') return [{ id: 'dob-day', text: 'Enter your date of birth' }];
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const isReal =
      date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && year.length === 4;
    return isReal ? [] : [{ id: 'dob-day', text: 'Date of birth must be a real date' }];
  },
  render: ({ day = '', month = '', year = '' }, [mistake]) => {
    const html = mistake
      ? renderFixture('date-input', 'with error message and hint', {
          'dob-errors': 'dob',
          'Error message goes here': mistake.text,
        })
      : renderFixture('date-input', 'default');
    const filled = Object.entries({ day, month, year }).reduce(
      (markup, [part, value]) =>
        markup.replace(`name="${part}" type="text"`, () => `name="${part}" ${withValue(value)}`),
      html,
    );
    return asPageHeading(filled);
  },
};

const nameChanged: Question = {
  path: '/name-changed',
  heading: 'Have you changed your name?',
  check: ({ changed = '' }) =>
    changed === '' ? [{ id: 'changed', text: 'Select yes if you have changed your name' }] : [],
  render: (_answers, [mistake]) =>
    asPageHeading(
      mistake
        ? renderFixture('radios', 'with hint and error message', {
            'example-error-message-hint': 'changed',
            'Please select an option': mistake.text,
          })
        : renderFixture('radios', 'with hint', { 'example-with-hint': 'changed' }),
    ),
};

export const QUESTIONS = [nationalInsurance, homeAddress, dateOfBirth, nameChanged];

function heading(text: string): string {
  return `<h1 class="govuk-heading-l">${text}</h1>\n`;
}

/** On a page with one question, GOV.UK makes its legend the heading. */
function asPageHeading(html: string): string {
  return html.replace(
    /<legend class="govuk-fieldset__legend">([\s\S]*?)<\/legend>/,
    '<legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h1 class="govuk-fieldset__heading">$1</h1></legend>',
  );
}

type TextInput = { id: string; label: string; answers: Answers; mistakes: Mistake[] };

function renderTextInput({ id, label, answers, mistakes }: TextInput): string {
  const mistake = mistakes.find((candidate) => candidate.id === id);
  const value = withValue(answers[id] ?? '');
  if (!mistake) {
    return renderFixture('input', 'default', {
      'National Insurance number': label,
      'test-name': id,
      'type="text"': value,
    });
  }
  return renderFixture('input', 'with error message', {
    'Enter a National Insurance number in the correct format': mistake.text,
    'National Insurance number': label,
    'input-with-error-message': id,
    'test-name-3': id,
    'type="text"': value,
  });
}

/** GOV.UK shows again what was sent, right or wrong. */
function withValue(value: string): string {
  return value === '' ? 'type="text"' : `type="text" value="${escapeHtml(value)}"`;
}
