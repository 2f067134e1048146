// On one column the way back to the lists; hidden where the lists are beside it.
import { nl } from '../i18n/nl.ts';
import { goTo } from '../place.ts';

export function BackButton() {
  return (
    <button type="button" class="plain back" onClick={() => goTo(null)} aria-label={nl.back}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M10 3 5 8l5 5" fill="none" stroke="currentColor" stroke-width="2" />
      </svg>
    </button>
  );
}
