// Which presses were dead: only what the page does answers a press, not what the citizen does next.
import { expect, it } from 'vitest';
import type { Happened } from '../../../../widget/sensors/happening.ts';
import { createInterpreter } from '../../../../widget/sensors/interpret.ts';

const click = (t: number, x = 10): Happened => ({
  t,
  type: 'click',
  at: undefined,
  field: undefined,
  x,
  y: 10,
});

function tell(...story: Happened[]): string[] {
  const seen: string[] = [];
  const interpreter = createInterpreter((one) => {
    seen.push(`${one.t} ${one.type}${one.type === 'press' ? ` ${one.effect}` : ''}`);
  });
  for (const happened of story) interpreter.take(happened);
  interpreter.pass(20_000);
  return seen;
}

it('a page that changes within two and a half seconds answers', () => {
  expect(tell(click(0), { t: 2_400, type: 'moved' })).toEqual(['2400 press true']);
  expect(tell(click(0), { t: 2_600, type: 'moved' })).toEqual(['2500 press false']);
});

it('a page that scrolls or moves the focus at once answers that press, and none before it; later it is the citizen who does', () => {
  expect(tell(click(0), { t: 30, type: 'scroll', dy: 1 })).toEqual(['30 press true', '30 scroll']);
  expect(tell(click(0), { t: 300, type: 'scroll', dy: 1 })).toEqual(['300 scroll', '2500 press false']);
  expect(tell(click(0), click(1_000, 500), { t: 1_030, type: 'scroll', dy: 1 })).toEqual([
    '1030 press true',
    '1030 scroll',
    '2500 press false',
  ]);
});

it('a press that sends tells once that nothing came of it: as an attempt', () => {
  expect(tell(click(0), { t: 0, type: 'submit' })).toEqual([
    '0 press true',
    '0 submit',
    '20000 submit-failed',
  ]);
});

it('pressing again before there was an answer is a dead press as well', () => {
  const again = tell(click(0), { t: 0, type: 'submit' }, click(500), { t: 500, type: 'submit' });
  expect(again).toEqual([
    '0 press true',
    '0 submit',
    '500 submit',
    '3000 press false',
    '20000 submit-failed',
  ]);
});
