// The inspector (data-inspect): live evidence, score against threshold, and why there is (no) offer. For webmasters, not for citizens.
import type { Language, Reason } from '#protocol';
import type { OfferReport } from '../offer/report.ts';
import { type InspectorWords, WORDS } from './words.ts';

export interface InspectorHost {
  root: ShadowRoot;
  signal: AbortSignal;
  language: Language;
  state(): OfferReport;
}

/** Twice a beat of the detector. */
const REFRESH = 500;

const STYLE = `
.inspector { position: fixed; inset-block-start: 8px; inset-inline-end: 8px; z-index: 2147483000; box-sizing: border-box; inline-size: 280px; max-inline-size: calc(100vw - 16px); padding: 12px; font: 13px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; border: 1px solid #767676; border-radius: 4px; box-shadow: 0 4px 16px #0003; }
.inspector summary { font-weight: 700; cursor: pointer; }
.inspector h2 { margin: 12px 0 0; font-size: 13px; }
.inspector p, .inspector ul { margin: 4px 0 0; }
.inspector ul { padding-inline-start: 16px; }
.bar { position: relative; block-size: 12px; margin-block-start: 4px; background: #e5e5e5; border: 1px solid #767676; }
.bar i { display: block; block-size: 100%; background: #154273; }
.bar b { position: absolute; inset-block: -4px; inline-size: 2px; background: #1b1b1b; }
.number { font-variant-numeric: tabular-nums; }
`;

const percent = (share: number) => `${Math.round(share * 100)}%`;

function describeReason({ code, field, count }: Reason, words: InspectorWords): string {
  const where = field ? ` (${field})` : '';
  const times = count && count > 1 ? ` ${count}×` : '';
  return words.reason[code] + where + times;
}

function fill(list: HTMLElement, lines: readonly string[], none: string): void {
  const wanted = lines.length > 0 ? lines : [none];
  if ([...list.children].map((item) => item.textContent).join('\n') === wanted.join('\n')) return;
  list.replaceChildren(
    ...wanted.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}

function build(words: InspectorWords) {
  const add = <K extends keyof HTMLElementTagNameMap>(parent: Node, tag: K, text = '') => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.appendChild(element);
    return element;
  };
  const panel = document.createElement('details');
  panel.className = 'inspector';
  panel.open = true;
  add(panel, 'summary', words.title);
  const status = add(panel, 'p');
  const score = add(panel, 'p');
  score.className = 'number';
  const bar = add(panel, 'div');
  bar.className = 'bar';
  const level = add(bar, 'i');
  const threshold = add(bar, 'b');
  add(panel, 'h2', words.reasons);
  const reasons = add(panel, 'ul');
  add(panel, 'h2', words.gates);
  const gates = add(panel, 'ul');
  return { panel, status, score, level, threshold, reasons, gates };
}

export function mountInspector({ root, signal, language, state }: InspectorHost): void {
  const words = WORDS[language];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets.push(sheet);
  const parts = build(words);
  root.append(parts.panel);

  const refresh = () => {
    const now = state();
    parts.status.textContent = words.status[now.status];
    parts.score.textContent = `${words.score}: ${percent(now.score)} (${words.threshold} ${percent(now.threshold)})`;
    parts.level.style.inlineSize = percent(now.score);
    parts.threshold.style.insetInlineStart = percent(now.threshold);
    fill(
      parts.reasons,
      now.reasons.map((reason) => describeReason(reason, words)),
      words.noReasons,
    );
    fill(
      parts.gates,
      now.gates.map((gate) => words.gate[gate]),
      words.noGates,
    );
  };
  refresh();
  const timer = setInterval(refresh, REFRESH);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    parts.panel.remove();
  });
}
