// The state of a wait as a shape and a word beside the colour: open ring, half disc, triangle.
import type { Norm } from '../desk-lists.ts';
import { nl } from '../i18n/nl.ts';

const SHAPES = {
  calm: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="2" />,
  soon: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  late: <path d="M6 .8 11.6 11H.4z" fill="currentColor" />,
} satisfies Record<Norm, unknown>;

export function NormMark({ norm }: { norm: Norm }) {
  return (
    <span class={`norm norm-${norm}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {SHAPES[norm]}
      </svg>
      {nl.lists.norm[norm]}
    </span>
  );
}
