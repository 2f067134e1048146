// Types of find-problems.js for the TypeScript side.
import type { Answers, Field, Problem } from '../form-kit/field.ts';

export function findProblems(fields: readonly Field[], answers: Answers, today: string): Problem[];
