// Reading a form's answers, and putting an answer into words for the page where the citizen checks them.

import { parseAmount } from './field-checks.js';

/** @import { Answers, Field } from '../form-kit/field.ts' */

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** @param {FormData} form @returns {Answers} */
export function readAnswers(form) {
  /** @type {Map<string, string[]>} */
  const answers = new Map();
  for (const [name, value] of form) {
    // An empty file control still posts one file without a name.
    const text = typeof value === 'string' ? value : value.name;
    if (typeof value !== 'string' && text === '') continue;
    answers.set(name, [...(answers.get(name) ?? []), text]);
  }
  return answers;
}

/** @param {Answers} answers @param {string} name */
export function answerTo(answers, name) {
  return (answers.get(name)?.[0] ?? '').trim();
}

/** @param {Answers} answers @param {string} name */
export function dayParts(answers, name) {
  return {
    day: answerTo(answers, `${name}-dag`),
    month: answerTo(answers, `${name}-maand`),
    year: answerTo(answers, `${name}-jaar`),
  };
}

/** The rows of an income table, by the number in their names. @param {Answers} answers @param {string} name */
export function incomeRows(answers, name) {
  const rows = [...answers.keys()].flatMap((key) => {
    const row = key.startsWith(`${name}-`)
      ? /^(\d{1,3})-bron$/.exec(key.slice(name.length + 1))?.[1]
      : undefined;
    return row === undefined ? [] : [row];
  });
  return rows.map((row) => ({
    row,
    source: answerTo(answers, `${name}-${row}-bron`),
    amount: answerTo(answers, `${name}-${row}-bedrag`),
  }));
}

/** @param {Field} field @param {Answers} answers @returns {string} */
export function describeAnswer(field, answers) {
  const value = answerTo(answers, field.name);
  switch (field.kind) {
    case 'radio':
    case 'select':
      return field.options.find((option) => option.value === value)?.label ?? '';
    case 'date': {
      const { day, month, year } = dayParts(answers, field.name);
      return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
    }
    case 'checkbox':
      return value === '' ? 'Nee' : 'Ja';
    case 'files':
      return (answers.get(field.name) ?? []).join(', ');
    case 'income':
      return incomeRows(answers, field.name)
        .filter((row) => row.source !== '')
        .map((row) => `${row.source}: ${euros(row.amount)} per maand`)
        .join('; ');
    default:
      return field.prefix === '€' ? euros(value) : value || 'Niet ingevuld';
  }
}

/** @param {string} value */
function euros(value) {
  const cents = parseAmount(value);
  if (cents === null) return value;
  return new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format(cents / 100);
}
