// The one door between the rooms: types, names and versions. No run-time import leaves this folder, so it is safe in the widget.
export * from './channels.ts';
export * from './close-codes.ts';
export * from './contact.ts';
export * from './crowd.ts';
export * from './link-backoff.ts';
export { hasMask, MASKS, type MaskedKind, maskNumbers } from './mask-numbers.ts';
export * from './names.ts';
export type * from './observation.ts';
export * from './rating.ts';
export type * from './schemas.ts';
