// The citizen asked to be called back as well: whoever helps now sees it, so that nobody does it twice (Q5).
import { nl } from '../i18n/nl.ts';
import { contactAddressOf } from '../place.ts';

export function AlsoCalledBack({ contact }: { contact: string | undefined }) {
  if (contact === undefined) return null;
  return (
    <p class="presence">
      {nl.conversation.callBack} <a href={contactAddressOf(contact)}>{nl.conversation.seeCallBack}</a>
    </p>
  );
}
