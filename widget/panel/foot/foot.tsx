// What is always true and always one tap away, in one line: the phone, the other ways, and what the situation asks for.

import type { ComponentChildren } from 'preact';
import type { Texts } from '../i18n/nl.ts';
import type { WaysScreen } from '../ways/ways-props.ts';
import { CallLink, OutsideLink } from './contact-links.tsx';

interface FootProps {
  texts: Texts;
  phone: string | null;
  /** Null: it stands with what the operator sees. */
  privacyUrl: string | null;
  /** Opens the other ways. Null: they are on the screen. */
  choose: ((screen: WaysScreen) => void) | null;
  canCallBack: boolean;
  children: ComponentChildren;
}

export function Foot({ texts, phone, privacyUrl, choose, canCallBack, children }: FootProps) {
  return (
    <div class="vp-foot vp-links">
      {phone !== null && <CallLink phone={phone} texts={texts} />}
      {choose !== null && canCallBack && (
        <button type="button" class="vp-button vp-plain" onClick={() => choose('call-back')}>
          {texts.callBack}
        </button>
      )}
      {choose !== null && (
        <button type="button" class="vp-button vp-plain" onClick={() => choose('list')}>
          {texts.contact}
        </button>
      )}
      {privacyUrl !== null && <OutsideLink href={privacyUrl} text={texts.privacy} texts={texts} />}
      {children}
    </div>
  );
}
