// Types of answers.js for the TypeScript side.
import type { Answers, Field } from '../form-kit/field.ts';

export function readAnswers(form: FormData): Answers;
export function answerTo(answers: Answers, name: string): string;
export function dayParts(answers: Answers, name: string): { day: string; month: string; year: string };
export function incomeRows(answers: Answers, name: string): { row: string; source: string; amount: string }[];
export function describeAnswer(field: Field, answers: Answers): string;
