// Tells when the line to the server is not there, or the server cannot store: what is safe, and what the operator can do.
import { CLOSE } from '#protocol';
import { useDesk, useTools } from '../desk-context.ts';
import { nl } from '../i18n/nl.ts';

export function LinkBanner() {
  const tools = useTools();
  const { link, lists, storing } = useDesk((state) => [state.link, state.lists, state.storing]);
  if (link.status === 'live') {
    if (storing) return null;
    return (
      <div class="banner banner-warning" role="alert">
        <p>{nl.link.notStoring}</p>
      </div>
    );
  }
  if (link.status === 'stopped') {
    return (
      <div class="banner banner-danger" role="alert">
        <p>{link.code === CLOSE.replaced ? nl.link.replaced : nl.link.stopped}</p>
        <button type="button" onClick={() => location.reload()}>
          {nl.link.reload}
        </button>
      </div>
    );
  }
  // The first connection is quick: the words come only when it is not.
  if (lists === 'none' && link.status !== 'waiting') {
    return (
      <div class="banner late-words" role="status">
        <p>{nl.link.connecting}</p>
      </div>
    );
  }
  return (
    <div class="banner banner-warning" role="alert">
      <p>{nl.link.waiting}</p>
      <button type="button" onClick={() => tools.link.wake()}>
        {nl.link.now}
      </button>
    </div>
  );
}
