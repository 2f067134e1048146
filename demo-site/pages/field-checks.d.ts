// Types of field-checks.js for the TypeScript side.
import type { TextCheck } from '../form-kit/field.ts';

export const checkPostcode: TextCheck;
export const checkHouseNumber: TextCheck;
export const checkPhone: TextCheck;
export const checkEmail: TextCheck;
export const checkAmount: TextCheck;
export const checkCount: TextCheck;
export const checkIban: TextCheck;
export function parseAmount(value: string): number | null;
export function parseDay(parts: { day: string; month: string; year: string }): string | null;
