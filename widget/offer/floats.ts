// Our one element in the page with the button in it, placed where it covers nothing that is in use.
import { wearButton } from '../theme/action.ts';
import { type Box, findPlace } from './place.ts';

const STYLE = `.float{position:fixed;z-index:2147483000;visibility:hidden}
.placed{visibility:visible}
button{font:inherit;font-size:16px;font-weight:600;min-height:44px;padding:8px 16px;width:max-content;max-width:calc(100vw - 32px);cursor:pointer;border:2px solid #0000;border-radius:var(--nl-button-border-radius,var(--utrecht-button-border-radius,4px));background:var(--vn-action-bg);color:var(--vn-action-fg)}
:focus-visible{outline:3px solid var(--vn-focus,#000);box-shadow:0 0 0 6px var(--vn-focus-inverse,#fff)}`;

/** Something on the screen that must stay free. */
export type Shape = Pick<Element, 'getBoundingClientRect'>;

export interface Floats {
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLButtonElement;
  /** Puts a box in a free corner, or hides it while there is none. */
  put(box: HTMLElement, ...avoid: Shape[]): boolean;
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

  return {
    host,
    root,
    button,
    put(box, ...others) {
      // The page may not have its body yet, or have another one now.
      if (!host.isConnected) {
        document.body?.append(host);
        wearButton(host, button);
      }
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const now = box.getBoundingClientRect();
      // What someone is using now does not move, as long as it is on the screen.
      if (root.activeElement && box.matches('.placed') && now.right < width && now.bottom < height)
        return true;
      const avoid = [...inUse(), ...others].flatMap((at): Box[] =>
        at && at !== document.body ? [at.getBoundingClientRect()] : [],
      );
      const place = findPlace(now, { width, height }, avoid, atLeft);
      box.style.inset = `${place?.top}px auto auto ${place?.left}px`;
      return box.classList.toggle('placed', !!place);
    },
  };
}
