// Copies a text that could not be sent, and says that it did.
import { useState } from 'preact/hooks';
import { nl } from '../i18n/nl.ts';

export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // Not allowed: the text is on the screen and can be selected.
      () => setCopied(false),
    );
  };
  return (
    <>
      <button type="button" class="link" onClick={copy}>
        {nl.state.copy}
      </button>
      <span role="status">{copied ? nl.state.copied : ''}</span>
    </>
  );
}
