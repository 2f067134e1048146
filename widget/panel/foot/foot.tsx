// What is always true and always one tap away: not an official channel, the phone, privacy, and the end.

import type { ComponentChildren } from 'preact';
import type { Texts } from '../i18n/nl.ts';
import { CallLink, OutsideLink } from './contact-links.tsx';

interface FootProps {
  texts: Texts;
  phone: string | null;
  privacyUrl: string | null;
  children: ComponentChildren;
}

export function Foot({ texts, phone, privacyUrl, children }: FootProps) {
  return (
    <div class="vp-foot">
      <p class="vp-small">{texts.notOfficial}</p>
      <div class="vp-links">
        {phone !== null && <CallLink phone={phone} texts={texts} />}
        {privacyUrl !== null && <OutsideLink href={privacyUrl} text={texts.privacy} texts={texts} />}
        {children}
      </div>
    </div>
  );
}
