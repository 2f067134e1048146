// Types of verhuizing-fields.js for the TypeScript side.
import type { Field } from '../form-kit/field.ts';

export const addressFields: readonly Field[];
export const moveFields: readonly Field[];
export const contactFields: readonly Field[];
export const movingFields: readonly Field[];
