// The inspector (data-inspect): shows a webmaster live why there is an offer or not. Not for citizens.
import type { Language, Sensitivity } from '#protocol';
import type { Assessment } from '../detector/detector.ts';
import type { OfferReport } from '../offer/report.ts';
import { findGap } from './find-gap.ts';
import { nl, type Words } from './i18n/nl.ts';
import { STYLE } from './style.ts';
import { tellSum } from './tell-sum.ts';
import { remember } from './timeline.ts';
import { judge } from './verdict.ts';
import { buildView, type Seen, type View } from './view.ts';

export interface InspectorHost {
  root: ShadowRoot;
  door: {
    signal: AbortSignal;
    guard(run: () => void): () => void;
    listen(names: ('focusin' | 'scrollend')[], run: () => void): void;
  };
  language: Language;
  state(): OfferReport;
  assessment(): Assessment;
  /** In log-odds. */
  thresholds: Readonly<Record<Sensitivity, number>>;
  page: { readonly fields: readonly { field: string; box: Element; controls: readonly Element[] }[] };
  /** What the page calls a field. */
  nameOf(field: string): string;
  /** The element with the focus. */
  focus(): Element | null;
}

/** The beat of the detector, in ms. */
const BEAT = 1_000;
/** Below this the page needs its room: only the verdict shows until it is asked for more. */
const NARROW = 480;
/** A panel lower than this shows too little to be open. */
const LEAST_OPEN = 200;

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
const logOdds = (share: number): number => Math.log(share / (1 - share));

function tellSensitivity({ thresholds }: InspectorHost, threshold: number, words: Words) {
  const { reserved, normal, generous } = thresholds;
  const all = [
    { name: words.reserved, from: probability(reserved) },
    { name: words.normal, from: probability(normal) },
    { name: words.generous, from: probability(generous) },
  ];
  return {
    sensitivity: all.find(({ from }) => from === threshold)?.name ?? '',
    sensitivities: all.map(({ name, from }) => `${name} ${words.percent(from)}`).join(', '),
  };
}

function look(host: InspectorHost, words: Words, history: readonly number[]): Seen {
  const now = host.state();
  const { threshold } = now;
  // After rounding, too little must not look like enough.
  const score = now.score < threshold ? Math.min(now.score, threshold - 0.01) : now.score;
  const report = { ...now, score };
  return {
    verdict: judge(report, host.page.fields.length > 0, words),
    score,
    threshold,
    total: logOdds(now.score),
    needed: logOdds(threshold),
    rows: tellSum(host.assessment().alarm, words, host.nameOf),
    history,
    gates: new Set(report.gates),
    ...tellSensitivity(host, threshold, words),
  };
}

/** Where the citizen works stays free, and so does everything else of ours on the screen. Says whether there is room. */
function place({ root, page, focus }: InspectorHost, { panel, body }: View, asked: boolean): boolean {
  const at = focus();
  const inUse = at && at !== document.body && !root.contains(at) ? [at] : [];
  const own = [...root.children].filter(
    (one) => one !== panel && one.checkVisibility({ visibilityProperty: true }),
  );
  const avoid = [...own, ...inUse, ...page.fields.flatMap(({ box }) => (box.contains(at) ? [box] : []))];
  const boxes = (elements: Element[]) => elements.map((one) => one.getBoundingClientRect());
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = panel;
  // A folded body keeps its size, though it takes no room.
  const [inside, more] = panel.open ? [body.offsetHeight, body.scrollHeight - body.clientHeight] : [0, 0];
  const folded = offsetHeight - inside;
  const wish = {
    screen: { width: clientWidth, height: clientHeight },
    size: { width: offsetWidth, height: offsetHeight + more },
    least: panel.open ? LEAST_OPEN : folded,
    avoid: boxes(avoid),
    spare: boxes(page.fields.flatMap(({ controls }) => controls)),
    mayCover: asked || !panel.open,
  };
  const gap = findGap(wish) ?? (asked ? findGap({ ...wish, least: folded }) : undefined);
  const { style } = panel;
  style.visibility = gap ? '' : 'hidden';
  if (!gap) return false;
  if (panel.open) body.style.maxBlockSize = `${gap.height - folded}px`;
  style.left = `${gap.left}px`;
  style.top = `${gap.top}px`;
  return true;
}

export async function mountInspector(host: InspectorHost): Promise<void> {
  const { root, door } = host;
  const words = host.language === 'en' ? (await import('./i18n/en.ts')).en : nl;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets.push(sheet);
  const view = buildView(words);
  const { panel } = view;
  // Its own language, whatever that of the citizens is.
  panel.lang = words.locale;
  panel.dir = 'ltr';
  panel.open = innerWidth > NARROW;
  root.append(panel);

  let history: number[] = [];
  /** The webmaster opened it, and has not gone back to the form yet. */
  let asked = false;
  const settle = () => {
    if (place(host, view, asked) || !panel.open) return;
    panel.open = false;
    place(host, view, false);
  };
  const refresh = door.guard(() => {
    history = remember(history, host.state().score);
    view.show(look(host, words, history));
    settle();
  });
  refresh();
  const timer = setInterval(refresh, BEAT);
  panel.onclick = () => {
    asked = true;
  };
  panel.ontoggle = door.guard(settle);
  door.listen(['focusin', 'scrollend'], () => {
    asked &&= root.contains(host.focus());
    settle();
  });
  door.signal.addEventListener('abort', () => {
    clearInterval(timer);
    panel.remove();
  });
}
