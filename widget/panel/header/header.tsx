// Whose desk this is, who helps, and the way out.
import type { Texts } from '../i18n/nl.ts';

interface HeaderProps {
  id: string;
  texts: Texts;
  organisation: string;
  helper: string | null;
  close(): void;
}

export function Header({ id, texts, organisation, helper, close }: HeaderProps) {
  return (
    <div class="vp-header">
      <div>
        <h2 id={id}>{texts.panel(organisation)}</h2>
        {/* Its line is kept free: nothing moves when somebody comes. */}
        <p class="vp-helper">{helper !== null && texts.helper(helper)}</p>
      </div>
      <button type="button" class="vp-button vp-close" onClick={close}>
        {texts.close}
      </button>
    </div>
  );
}
