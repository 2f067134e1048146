/// <reference types="vite/client" />
// The sign on the chat button that an answer came: a small mark on its corner, the words as its description, and once aloud.
import type { ButtonSign } from '../panel-host.ts';
import css from './sign.css?inline';

function createStatus(root: ShadowRoot): HTMLElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const status = document.createElement('p');
  status.className = 'sign-said';
  status.role = 'status';
  root.append(status);
  return status;
}

/**
 * Gives what shows a sign, and takes it away again. The button keeps its name and its place: who reaches for it finds it there.
 * What speaks is on the page from the first call on: only what changes after that is said.
 */
export function createSign(root: ShadowRoot, button: HTMLElement): (sign: ButtonSign | null) => void {
  let status: HTMLElement | undefined;
  return (sign) => {
    status ??= createStatus(root);
    const { mark, words = '', aloud = '' }: Partial<ButtonSign> = sign ?? {};
    if (mark === undefined) delete button.dataset['sign'];
    else button.dataset['sign'] = mark;
    button.title = words;
    // The same words a second time would be said a second time.
    if (status.textContent !== aloud) status.textContent = aloud;
  };
}
