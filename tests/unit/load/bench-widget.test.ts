// What the bench of the widget makes of its readings: figures that leave nothing out and count nothing twice.
import { describe, expect, it } from 'vitest';
import { longScripts, median, rotate } from '../../load/widget/figures.ts';
import { drawFormPage, FIELDS, TYPED_FIELD } from '../../load/widget/form-page.ts';
import { sumScript } from '../../load/widget/script-trace.ts';
import { CASES } from '../../load/widget/stage.ts';

const MAIN = { name: 'thread_name', ph: 'M', pid: 7, tid: 1, args: { name: 'CrRendererMain' } };
const part = (name: string, tts: number, tdur: number, tid = 1) => ({
  name,
  ph: 'X',
  pid: 7,
  tid,
  tts,
  tdur,
});

describe('all script of a trace', () => {
  it('counts promises, and what runs inside something else once', () => {
    const events = [
      MAIN,
      part('RunMicrotasks', 9_000, 4_000),
      part('EvaluateScript', 1_000, 5_000),
      part('v8.compile', 1_000, 2_000),
      part('FunctionCall', 2_000, 1_000),
      part('FunctionCall', 12_000, 3_000),
    ];
    expect(sumScript(events)).toBe(11);
  });

  it('leaves out other threads, and what is no script', () => {
    expect(sumScript([MAIN, part('FunctionCall', 0, 5_000, 2), part('Layout', 0, 5_000)])).toBe(0);
  });
});

describe('rounds', () => {
  it('every case is first, and in every place, equally often', () => {
    const rounds = CASES.map((_, number) => rotate(CASES, number));
    for (const place of CASES.keys())
      expect(new Set(rounds.map((round) => round[place]))).toEqual(new Set(CASES));
    expect(rotate(CASES, CASES.length)).toEqual(CASES);
  });

  it('one bad round moves no figure', () => {
    expect(median([3, 900, 1, 2, 3])).toBe(3);
  });
});

describe('long tasks', () => {
  it('only what our own script kept busy is ours', () => {
    const mine = { url: 'http://ons.example/vangnet.js', invoker: '', layout: 0 };
    const frames = [
      {
        duration: 300,
        scripts: [
          { ...mine, duration: 51 },
          { ...mine, duration: 12 },
        ],
      },
      { duration: 200, scripts: [{ ...mine, url: 'http://ander.example/x.js', duration: 180 }] },
    ];
    expect(longScripts(frames, 'http://ons.example')).toEqual([{ ...mine, duration: 51 }]);
  });
});

describe('the page on which is weighed', () => {
  it('has thirty fields, one to type in, and no script but what is given', () => {
    expect(FIELDS).toBe(30);
    expect(drawFormPage()).not.toContain('<script');
    expect(drawFormPage()).toContain(`<textarea id="${TYPED_FIELD}"`);
  });
});
