// Our one element in the page with the button in it, placed where it covers nothing that is in use.
import { wearButton } from '../theme/action.ts';
import { type Box, findPlace } from './place.ts';

const STYLE = `.float{position:fixed;z-index:2147483000;visibility:hidden}
.placed{visibility:visible}
button{font:inherit;font-size:16px;font-weight:600;min-height:44px;padding:8px 16px;white-space:nowrap;cursor:pointer;border:2px solid var(--vn-action-bg);border-radius:var(--nl-button-border-radius,var(--utrecht-button-border-radius,4px));background:var(--vn-action-bg);color:var(--vn-action-fg)}
:focus-visible{outline:3px solid var(--vn-focus,#000);box-shadow:0 0 0 6px var(--vn-focus-inverse,#fff)}`;

export interface Floats {
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLButtonElement;
  /** Puts a box in a free corner, or hides it while there is none. */
  put(box: HTMLElement, ...avoid: Element[]): boolean;
}

/** `inUse` tells what must stay free now: where the citizen works, and where they go on. */
export function createFloats(host: HTMLElement, atLeft: boolean, inUse: () => (Element | null)[]): Floats {
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  const button = document.createElement('button');
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  // A landmark, so that who walks from landmark to landmark finds us.
  host.role = 'region';
  button.className = 'float';
  root.append(button);
  document.body.append(host);
  wearButton(host, button);

  return {
    host,
    root,
    button,
    put(box, ...others) {
      // The page may have replaced its whole body.
      if (!host.isConnected) document.body.append(host);
      // What someone is using now does not move.
      if (root.activeElement && box.matches('.placed')) return true;
      const avoid = [...inUse(), ...others].flatMap((at): Box[] =>
        at && at !== document.body ? [at.getBoundingClientRect()] : [],
      );
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const place = findPlace(box.getBoundingClientRect(), { width, height }, avoid, atLeft);
      box.classList.toggle('placed', !!place);
      box.style.left = `${place?.left}px`;
      box.style.top = `${place?.top}px`;
      return !!place;
    },
  };
}
