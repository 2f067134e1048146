// Answers in, problems out: at most one problem for each field, in the order of the page.

import { answerTo, dayParts, incomeRows } from './answers.js';
import { checkAmount, parseDay } from './field-checks.js';

/** @import { Answers, DateField, Field, FilesField, IncomeField, Problem } from '../form-kit/field.ts' */

/**
 * @param {readonly Field[]} fields
 * @param {Answers} answers
 * @param {string} today yyyy-mm-dd
 * @returns {Problem[]}
 */
export function findProblems(fields, answers, today) {
  return fields.flatMap((field) => problemsOf(field, answers, today));
}

/** @param {Field} field @param {Answers} answers @param {string} today @returns {Problem[]} */
function problemsOf(field, answers, today) {
  const value = answerTo(answers, field.name);
  switch (field.kind) {
    case 'date':
      return dateProblems(field, answers, today);
    case 'files':
      return fileProblems(field, answers);
    case 'income':
      return incomeProblems(field, answers);
    case 'radio':
    case 'select': {
      if (field.options.some((option) => option.value === value && value !== '')) return [];
      const target = field.kind === 'radio' ? `${field.name}-1` : field.name;
      return [{ wrapper: field.name, target, message: field.missing }];
    }
    case 'checkbox':
      return value === '' ? [problem(field.name, field.missing)] : [];
    default: {
      const message = value === '' ? field.missing : field.check?.(value);
      return message ? [problem(field.name, message)] : [];
    }
  }
}

/** @param {string} name @param {string} message @returns {Problem} */
function problem(name, message) {
  return { wrapper: name, target: name, message };
}

/** @param {DateField} field @param {Answers} answers @param {string} today @returns {Problem[]} */
function dateProblems(field, answers, today) {
  const parts = dayParts(answers, field.name);
  /** @param {'dag' | 'maand' | 'jaar'} part @param {string} message */
  const at = (part, message) => [{ wrapper: field.name, target: `${field.name}-${part}`, message }];
  if (!parts.day && !parts.month && !parts.year) return at('dag', field.missing);
  if (!parts.day) return at('dag', 'De dag ontbreekt. Vul de dag in, bijvoorbeeld 24.');
  if (!parts.month) return at('maand', 'De maand ontbreekt. Vul de maand in als cijfer, bijvoorbeeld 11.');
  if (!/^\d{4}$/.test(parts.year)) return at('jaar', 'Vul het jaar in met 4 cijfers, bijvoorbeeld 1980.');
  const day = parseDay(parts);
  if (day === null) return at('dag', 'Deze datum bestaat niet. Controleer de dag en de maand.');
  const message = field.check?.(day, today);
  return message ? at('dag', message) : [];
}

/** @param {FilesField} field @param {Answers} answers @returns {Problem[]} */
function fileProblems(field, answers) {
  const names = answers.get(field.name) ?? [];
  if (names.length === 0) return [problem(field.name, field.missing)];
  if (names.every((name) => field.accept.some((ending) => name.toLowerCase().endsWith(ending)))) return [];
  return [
    problem(
      field.name,
      `Eén van de bestanden kunnen wij niet openen. Kies bestanden die eindigen op ${field.accept.join(', ')}.`,
    ),
  ];
}

/** @param {IncomeField} field @param {Answers} answers @returns {Problem[]} */
function incomeProblems(field, answers) {
  const rows = incomeRows(answers, field.name);
  const filled = rows.filter((row) => row.source !== '' || row.amount !== '');
  if (filled.length === 0) return [problem(`${field.name}-${rows[0]?.row ?? '1'}-bron`, field.missing)];
  return filled.flatMap(({ row, source, amount }) => {
    const sourceId = `${field.name}-${row}-bron`;
    const amountId = `${field.name}-${row}-bedrag`;
    if (source === '') return [problem(sourceId, 'Vul in waar dit inkomen vandaan komt, bijvoorbeeld loon.')];
    if (amount === '')
      return [problem(amountId, 'Vul in hoeveel u per maand krijgt, bijvoorbeeld 1.250,00.')];
    const message = checkAmount(amount);
    return message ? [problem(amountId, message)] : [];
  });
}
