// One problem for each field, pointing at the control that must change.
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../demo-site/form-kit/field.ts';
import { describeAnswer } from '../../../demo-site/pages/answers.js';
import { aidSteps } from '../../../demo-site/pages/bijstand-steps.js';
import { findProblems } from '../../../demo-site/pages/find-problems.js';
import { movingFields } from '../../../demo-site/pages/verhuizing-fields.js';

const TODAY = '2026-11-24';

function answersOf(answers: Record<string, string | string[]>): Answers {
  return new Map(Object.entries(answers).map(([name, value]) => [name, [value].flat()]));
}

function fieldNamed(name: string) {
  const field = [...movingFields, ...aidSteps.flatMap((step) => step.fields)].find((f) => f.name === name);
  if (!field) throw new Error(`No field is called ${name}`);
  return field;
}

function targetsOf(name: string, answers: Record<string, string | string[]>): string[] {
  return findProblems([fieldNamed(name)], answersOf(answers), TODAY).map((problem) => problem.target);
}

describe('findProblems', () => {
  it('finds every required question of an empty form and none of the optional ones', () => {
    const wrappers = findProblems(movingFields, new Map(), TODAY).map((problem) => problem.wrapper);
    expect(wrappers).toEqual([
      'postcode',
      'huisnummer',
      'straat',
      'woonplaats',
      'verhuisdatum',
      'wie-verhuist',
      'email',
      'verklaring',
    ]);
  });

  it('points at the part of a date that is missing', () => {
    const date = (day: string, month: string, year: string) => ({
      'geboortedatum-dag': day,
      'geboortedatum-maand': month,
      'geboortedatum-jaar': year,
    });
    expect(targetsOf('geboortedatum', date('', '', ''))).toEqual(['geboortedatum-dag']);
    expect(targetsOf('geboortedatum', date('3', '', '1980'))).toEqual(['geboortedatum-maand']);
    expect(targetsOf('geboortedatum', date('3', '5', '80'))).toEqual(['geboortedatum-jaar']);
    expect(targetsOf('geboortedatum', date('31', '2', '1980'))).toEqual(['geboortedatum-dag']);
    expect(targetsOf('geboortedatum', date('24', '11', '2026'))).toEqual([]);
    expect(targetsOf('geboortedatum', date('25', '11', '2026'))).toEqual(['geboortedatum-dag']);
  });

  it('takes a moving day up to four weeks ahead', () => {
    const date = (day: string, month: string) => ({
      'verhuisdatum-dag': day,
      'verhuisdatum-maand': month,
      'verhuisdatum-jaar': '2026',
    });
    expect(targetsOf('verhuisdatum', date('22', '12'))).toEqual([]);
    expect(targetsOf('verhuisdatum', date('23', '12'))).toEqual(['verhuisdatum-dag']);
  });

  it('takes only a choice that was on the page', () => {
    expect(targetsOf('partner', { partner: 'ja' })).toEqual([]);
    expect(targetsOf('partner', { partner: 'misschien' })).toEqual(['partner-1']);
    expect(targetsOf('kostensoort', { kostensoort: '' })).toEqual(['kostensoort']);
  });

  it('asks a complete row of income, and forgets rows left empty', () => {
    const rows = {
      'inkomen-1-bron': 'Loon',
      'inkomen-1-bedrag': '1.650',
      'inkomen-4-bron': '',
      'inkomen-4-bedrag': '',
    };
    expect(targetsOf('inkomen', rows)).toEqual([]);
    expect(targetsOf('inkomen', { ...rows, 'inkomen-4-bedrag': '200' })).toEqual(['inkomen-4-bron']);
    expect(targetsOf('inkomen', { ...rows, 'inkomen-4-bron': 'Pensioen' })).toEqual(['inkomen-4-bedrag']);
    expect(targetsOf('inkomen', { 'inkomen-2-bron': '', 'inkomen-2-bedrag': '' })).toEqual([
      'inkomen-2-bron',
    ]);
  });

  it('never repeats in a message what the citizen wrote', () => {
    const canary = 'kanarie-7Q';
    const fields = [...movingFields, ...aidSteps.flatMap((step) => step.fields)];
    const names = fields.flatMap(({ name }) => [
      name,
      `${name}-dag`,
      `${name}-maand`,
      `${name}-jaar`,
      `${name}-1-bron`,
    ]);
    const answers = new Map(names.map((name) => [name, [canary]]));
    const problems = findProblems(fields, answers, TODAY);
    expect(problems.length).toBeGreaterThan(10);
    expect(JSON.stringify(problems)).not.toContain(canary);
  });

  it('takes documents by their ending', () => {
    expect(targetsOf('bewijsstukken', { bewijsstukken: ['a.PDF', 'b.jpg'] })).toEqual([]);
    expect(targetsOf('bewijsstukken', { bewijsstukken: ['a.pdf', 'b.exe'] })).toEqual(['bewijsstukken']);
  });
});

describe('describeAnswer', () => {
  it('puts dates, amounts and incomes into words', () => {
    const answers = answersOf({
      'geboortedatum-dag': '03',
      'geboortedatum-maand': '5',
      'geboortedatum-jaar': '1980',
      'inkomen-1-bron': 'Loon',
      'inkomen-1-bedrag': '1650',
      vermogen: '0',
    });
    expect(describeAnswer(fieldNamed('geboortedatum'), answers)).toBe('3 mei 1980');
    expect(describeAnswer(fieldNamed('vermogen'), answers).replace(/\s/g, ' ')).toBe('€ 0,00');
    expect(describeAnswer(fieldNamed('inkomen'), answers).replace(/\s/g, ' ')).toBe(
      'Loon: € 1.650,00 per maand',
    );
  });
});
