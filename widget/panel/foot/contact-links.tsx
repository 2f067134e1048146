// The other ways to reach the organisation.
import type { Texts } from '../i18n/nl.ts';

interface CallLinkProps {
  phone: string;
  texts: Texts;
}

/** What a phone dials: digits and a leading plus. */
export const dialable = (phone: string): string => phone.replace(/(?!^\+)\D/g, '');

export function CallLink({ phone, texts }: CallLinkProps) {
  return (
    <a class="vp-button vp-plain" href={`tel:${dialable(phone)}`}>
      {texts.callUs(phone)}
    </a>
  );
}

interface OutsideLinkProps {
  href: string;
  text: string;
  texts: Texts;
}

/** In a new tab: leaving the page would cost the citizen the form. */
export function OutsideLink({ href, text, texts }: OutsideLinkProps) {
  return (
    <a class="vp-button vp-plain" href={href} target="_blank" rel="noopener noreferrer">
      {text}
      <span class="vp-aloud"> ({texts.newTab})</span>
    </a>
  );
}
