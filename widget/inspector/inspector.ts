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
import { buildView, type Seen } from './view.ts';

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
  page: { readonly fields: readonly { field: string; box: Element }[] };
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
  const all = (['reserved', 'normal', 'generous'] as const).map((code) => {
    const from = probability(thresholds[code]);
    return { name: words.sensitivities[code], from, off: Math.abs(from - threshold) };
  });
  const least = Math.min(...all.map(({ off }) => off));
  return {
    sensitivity: all.find(({ off }) => off === least)?.name ?? '',
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
    ...tellSum(host.assessment().sum, words, host.nameOf),
    history,
    gates: new Set(report.gates),
    ...tellSensitivity(host, threshold, words),
  };
}

/** Where the citizen works stays free, and so does everything else of ours on the screen. */
function place({ root, page, focus }: InspectorHost, panel: HTMLDetailsElement): boolean {
  const at = focus();
  if (panel.contains(at) && panel.dataset['placed'] === `${panel.open}`) return true;
  const own = [...root.children].filter(
    (one) => one !== panel && one.checkVisibility({ visibilityProperty: true }),
  );
  const inUse = at && at !== document.body && !root.contains(at) ? [at] : [];
  const question = page.fields.filter(({ box }) => inUse.some((one) => box.contains(one)));
  const boxes = (elements: Element[]) => elements.map((one) => one.getBoundingClientRect());
  const { clientWidth, clientHeight } = document.documentElement;
  const { style } = panel;
  style.maxBlockSize = '';
  const size = panel.getBoundingClientRect();
  const gap = findGap({
    screen: { width: clientWidth, height: clientHeight },
    size,
    least: panel.open ? LEAST_OPEN : size.height,
    avoid: boxes([...own, ...inUse, ...question.map(({ box }) => box)]),
    spare: boxes(page.fields.map(({ box }) => box)),
  });
  style.visibility = gap ? '' : 'hidden';
  if (!gap) return false;
  style.maxBlockSize = `${gap.height}px`;
  style.left = `${gap.left}px`;
  style.top = `${gap.top}px`;
  panel.dataset['placed'] = `${panel.open}`;
  return true;
}

export async function mountInspector(host: InspectorHost): Promise<void> {
  const { root, door } = host;
  const words = host.language === 'en' ? (await import('./i18n/en.ts')).en : nl;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets.push(sheet);
  const { panel, show } = buildView(words);
  panel.open = innerWidth > NARROW;
  root.append(panel);

  let history: number[] = [];
  const settle = () => {
    if (place(host, panel) || !panel.open) return;
    panel.open = false;
    place(host, panel);
  };
  const refresh = door.guard(() => {
    history = remember(history, host.state().score);
    show(look(host, words, history));
    settle();
  });
  refresh();
  const timer = setInterval(refresh, BEAT);
  panel.addEventListener('toggle', door.guard(settle), { signal: door.signal });
  door.listen(['focusin', 'scrollend'], settle);
  door.signal.addEventListener('abort', () => {
    clearInterval(timer);
    panel.remove();
  });
}
