// What is always true and always one tap away, in one line: the phone, the other ways, and what the situation asks for.

import type { ComponentChildren } from 'preact';
import type { Texts } from '../i18n/nl.ts';
import { CallLink, OutsideLink } from './contact-links.tsx';

interface FootProps {
  texts: Texts;
  phone: string | null;
  /** Null: it stands with what the operator sees. */
  privacyUrl: string | null;
  /** Null: they are on the screen. */
  showWays: (() => void) | null;
  children: ComponentChildren;
}

export function Foot({ texts, phone, privacyUrl, showWays, children }: FootProps) {
  return (
    <div class="vp-foot vp-links">
      {phone !== null && <CallLink phone={phone} texts={texts} />}
      {showWays !== null && (
        <button type="button" class="vp-button vp-plain" onClick={showWays}>
          {texts.contact}
        </button>
      )}
      {privacyUrl !== null && <OutsideLink href={privacyUrl} text={texts.privacy} texts={texts} />}
      {children}
    </div>
  );
}
