// What the inspector shows, as elements: built once, changed only where something changed. Without a live region: nobody wants to hear this each second.
import type { Words } from './i18n/nl.ts';
import { type Row, sayPoints } from './tell-sum.ts';
import { drawLine, MOST_SAMPLES } from './timeline.ts';
import type { Verdict } from './verdict.ts';

export interface Seen {
  verdict: Verdict;
  score: number;
  threshold: number;
  /** In log-odds. */
  total: number;
  needed: number;
  rows: readonly Row[];
  history: readonly number[];
  gates: ReadonlySet<string>;
  /** The one that is set, and where each puts the threshold. */
  sensitivity: string;
  sensitivities: string;
}

export interface View {
  panel: HTMLDetailsElement;
  /** All but the verdict; scrolls when there is little room. */
  body: HTMLElement;
  show(seen: Seen): void;
}

const SVG = 'http://www.w3.org/2000/svg';

function add<K extends keyof HTMLElementTagNameMap>(parent: Element, tag: K, look = '', text = '') {
  const element = document.createElement(tag);
  if (look) element.className = look;
  element.textContent = text;
  parent.append(element);
  return element;
}

function draw(parent: Element, tag: string, attributes: Record<string, string>): Element {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
}

function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function addHeading(body: Element, text: string): Element {
  const heading = add(body, 'h2', '', text);
  return add(heading, 'span');
}

/** The verdict is the line that stays when everything else is folded away. */
function buildVerdict(panel: HTMLElement) {
  const summary = add(panel, 'summary');
  add(summary, 'i', 'mark').ariaHidden = 'true';
  const line = add(summary, 'span');
  const [head, why] = [add(line, 'b'), add(line, 'span')];
  return (verdict: Verdict) => {
    panel.dataset['tone'] = verdict.tone;
    write(head, verdict.head);
    write(why, verdict.why && `: ${verdict.why}`);
  };
}

function buildScore(body: Element, words: Words) {
  const figures = add(body, 'p', 'score');
  const now = add(figures, 'b');
  add(figures, 'span', '', words.score);
  const from = add(figures, 'span', 'number');
  const meter = add(body, 'div', 'meter');
  const [level, mark] = [add(meter, 'i'), add(meter, 'b')];
  return ({ score, threshold }: Seen) => {
    write(now, words.percent(score));
    write(from, words.from(words.percent(threshold)));
    level.style.inlineSize = `${score * 100}%`;
    mark.style.insetInlineStart = `${threshold * 100}%`;
  };
}

function buildTimeline(body: Element, words: Words) {
  const peak = addHeading(body, words.timeline);
  const chart = draw(body, 'svg', {
    viewBox: `0 0 ${MOST_SAMPLES - 1} 100`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  const needed = draw(chart, 'line', { x1: '0', x2: `${MOST_SAMPLES - 1}` });
  const line = draw(chart, 'polyline', {});
  return ({ history, threshold }: Seen) => {
    write(peak, words.peak(words.percent(Math.max(0, ...history)), words.percent(threshold)));
    line.setAttribute('points', drawLine(history));
    for (const end of ['y1', 'y2']) needed.setAttribute(end, `${100 - threshold * 100}`);
  };
}

function addRow(list: Element, name: string, points: string, look = ''): HTMLElement {
  const row = add(list, 'li', look);
  add(row, 'span', '', name);
  const bar = add(row, 'i');
  add(row, 'span', 'number', points);
  return bar;
}

function buildSum(body: Element, words: Words) {
  addHeading(body, words.evidence).textContent = words.points;
  const list = add(body, 'ul', 'sum');
  return ({ rows, score, threshold, total, needed }: Seen) => {
    const scale = Math.max(...rows.map(({ weight }) => Math.abs(weight)));
    list.textContent = '';
    for (const { name, detail, weight } of rows) {
      const bar = addRow(list, name, sayPoints(weight, words));
      add(bar, 'i', weight < 0 ? 'against' : 'for').style.inlineSize = `${(Math.abs(weight) / scale) * 50}%`;
      if (detail) add(list, 'li', 'detail', detail);
    }
    if (rows.every(({ weight }) => weight <= 0)) add(list, 'li', 'detail', words.nothing);
    addRow(list, words.total(words.percent(score)), sayPoints(total, words), 'total');
    addRow(list, words.needed(words.percent(threshold)), sayPoints(needed, words));
  };
}

function buildGates(body: Element, words: Words) {
  const answer = addHeading(body, words.gates);
  const list = add(body, 'ul', 'gates');
  const gates = Object.entries(words.gate).map(([code, text]) => {
    const item = add(list, 'li');
    const state = add(item, 'b');
    add(item, 'span', '', text);
    return { code, item, state };
  });
  return ({ gates: shut }: Seen) => {
    write(answer, shut.size > 0 ? words.gatesShut(shut.size) : words.gatesOpen);
    for (const { code, item, state } of gates) {
      item.className = shut.has(code) ? 'shut' : '';
      write(state, shut.has(code) ? words.shut : words.open);
    }
  };
}

export function buildView(words: Words): View {
  const panel = document.createElement('details');
  panel.className = 'inspector';
  const sayVerdict = buildVerdict(panel);
  const body = add(panel, 'div', 'body');
  // What scrolls can be scrolled with the keyboard.
  body.tabIndex = 0;
  body.role = 'group';
  body.ariaLabel = words.title;
  const parts = [buildScore, buildTimeline, buildSum, buildGates].map((build) => build(body, words));
  const sensitivity = addHeading(body, words.sensitivity);
  const sensitivities = add(body, 'p');
  return {
    panel,
    body,
    show(seen) {
      sayVerdict(seen.verdict);
      write(sensitivity, seen.sensitivity);
      write(sensitivities, words.offersFrom(seen.sensitivities));
      for (const part of parts) part(seen);
    },
  };
}
