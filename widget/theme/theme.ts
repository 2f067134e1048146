// The clothes of the host page for card and panel: its design tokens read at run time as `--vn-*`, our own colours where they fail.
import { contrast, luminance } from './contrast.ts';

/** Read orders over the families of Dutch government themes: nl, utrecht, basis, ams. */
const ORDER = {
  action: [
    ['nl-button-primary-background-color', 'nl-button-primary-color'],
    ['utrecht-button-primary-action-background-color', 'utrecht-button-primary-action-color'],
    ['basis-color-action-1-inverse-bg-default', 'basis-color-action-1-inverse-color-default'],
    ['ams-button-primary-background-color', 'ams-button-primary-color'],
  ],
  surface: [
    ['utrecht-document-background-color', 'utrecht-document-color'],
    ['basis-color-default-bg-document', 'basis-color-default-color-document'],
  ],
  link: ['utrecht-link-color', 'basis-color-action-2-color-default', 'ams-link-color'],
  danger: [
    'utrecht-form-field-error-message-color',
    'utrecht-feedback-danger-color',
    'basis-color-negative-color-default',
    'ams-color-feedback-error',
  ],
  border: [
    'utrecht-textbox-border-color',
    'utrecht-form-control-border-color',
    'basis-form-control-border-color',
  ],
  focus: ['utrecht-focus-outline-color', 'basis-focus-outline-color'],
  inverse: ['utrecht-focus-inverse-outline-color', 'basis-focus-inverse-outline-color'],
  radius: ['nl-button-border-radius', 'utrecht-button-border-radius', 'basis-border-radius-md'],
  font: [
    'nl-paragraph-font-family',
    'utrecht-document-font-family',
    'basis-text-font-family-default',
    'ams-typography-font-family',
  ],
} as const;

type Pair = readonly [ground: string, text: string];

const OWN_ACTION = { light: ['#154273', '#ffffff'], dark: ['#9ec1ff', '#0b1220'] } as const;
const LIGHT: Pair = ['#ffffff', '#1b1b1b'];
const DARK: Pair = ['#1b1b1b', '#ffffff'];
const DANGER = { light: '#b00020', dark: '#ff9a9a' };

/** WCAG 1.4.3 and 1.4.11 */
const TEXT_CONTRAST = 4.5;
const SHAPE_CONTRAST = 3;
const DARK_BELOW = 0.2;
/** The class that carries a theme; on a wrapper of the form it does not reach an element at the end of body. */
const THEME_CLASS = /(?:^|\s)([a-z0-9-]+-theme)(?=\s|$)/;

function findThemeClass(near: Element | undefined): string | undefined {
  const themed = near?.closest('[class*=-theme]');
  return THEME_CLASS.exec(themed?.getAttribute('class') ?? '')?.[1];
}

/** The ground that the page itself stands on; dark follows the page, never the system. */
function readGround(): string {
  const grounds = [document.body, document.documentElement].map((at) => getComputedStyle(at).backgroundColor);
  return grounds.find((colour) => !Number.isNaN(luminance(colour))) ?? LIGHT[0];
}

/** What is worn already is not written again, and colours are tried on inside: to change our element is a change of the page, which is looked at for it. */
export function wearTheme(
  { host, root }: { host: HTMLElement; root: ShadowRoot },
  near: Element | undefined,
): void {
  const { style } = host;
  const theme = findThemeClass(near);
  if (theme && !host.classList.contains(theme)) host.classList.add(theme);
  const computed = getComputedStyle(host);
  const read = (token: string) => computed.getPropertyValue(`--${token}`).trim();
  const fitting = root.appendChild(document.createElement('i'));
  const fitted = getComputedStyle(fitting);
  /** The browser resolves a colour when it stands in a real property. */
  const resolve = (colour: string): string => {
    fitting.style.color = '';
    fitting.style.color = colour;
    return fitting.style.color ? fitted.color : '';
  };
  const suits = (one: string, other: string, least: number) =>
    contrast(resolve(one), resolve(other)) >= least;
  const readPair = ([ground, text]: Pair): Pair => [read(ground), read(text)];
  const set = (name: string, value: string) =>
    style.getPropertyValue(name) === value || style.setProperty(name, value);

  const ground = readGround();
  const isDark = luminance(ground) < DARK_BELOW;
  const own = isDark ? DARK : LIGHT;
  const shade = isDark ? 'dark' : 'light';
  const bodyStyle = getComputedStyle(document.body);
  const surfaces: Pair[] = [...ORDER.surface.map(readPair), [ground, bodyStyle.color]];
  const [surface, text] =
    surfaces.find(
      ([under, over]) =>
        suits(under, over, TEXT_CONTRAST) && luminance(resolve(under)) < DARK_BELOW === isDark,
    ) ?? own;
  const action =
    ORDER.action.map(readPair).find(([under, over]) => suits(under, over, TEXT_CONTRAST)) ??
    OWN_ACTION[shade];
  const pick = (tokens: readonly string[], least: number, fallback: string, under = surface) =>
    tokens.map(read).find((colour) => colour && suits(colour, under, least)) ?? fallback;
  const focus = pick(ORDER.focus, SHAPE_CONTRAST, text);

  // What the browser draws itself: boxes to tick, arrows, scroll bars.
  set('color-scheme', shade);
  set('--vn-action-bg', action[0]);
  set('--vn-action-fg', action[1]);
  set('--vn-surface', surface);
  set('--vn-text', text);
  set('--vn-link', pick(ORDER.link, TEXT_CONTRAST, text));
  set('--vn-danger', pick(ORDER.danger, TEXT_CONTRAST, DANGER[shade]));
  set('--vn-border', pick(ORDER.border, SHAPE_CONTRAST, text));
  set('--vn-focus', focus);
  set('--vn-focus-inverse', pick(ORDER.inverse, SHAPE_CONTRAST, surface, focus));
  set('--vn-radius', ORDER.radius.map(read).find(Boolean) ?? '4px');
  set('--vn-font', ORDER.font.map(read).find(Boolean) ?? bodyStyle.fontFamily);
  fitting.remove();
}
