// Types of bijstand-steps.js for the TypeScript side.
import type { Step } from '../form-kit/field.ts';

export const aidSteps: readonly Step[];
