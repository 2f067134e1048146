// The replay command: the same module as in the widget, one answer a line, errors with their line number.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { aField, play, type Story, tell } from './session.ts';

const script = fileURLToPath(new URL('../../../../scripts/detector-replay.ts', import.meta.url));

async function replay(lines: string[], ...flags: string[]) {
  const child = spawn(process.execPath, [script, ...flags], { stdio: 'pipe' });
  child.stdin.end(lines.join('\n'));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const answers: unknown[] =
    out.trim() === ''
      ? []
      : out
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
  return { answers, errors, code };
}

const stuck = () => {
  const story = tell().step('Stap', aField('naam'), aField('iban')).fill('naam', 10).fill('iban', 18);
  return story.refusedFor('iban').wait(2_000).fill('iban', 4).refusedFor('iban');
};

const aLine = (id: string, story: Story, silence = 20_000) =>
  JSON.stringify({ id, observations: story.observations, endAt: story.now() + silence });

test('answers what the widget would do', async () => {
  const { answers, errors, code } = await replay([
    aLine('vast', stuck()),
    aLine('klaar', tell().step('Stap', aField('naam')).fill('naam')),
  ]);
  const expected = play(stuck());
  expect(errors).toBe('');
  expect(code).toBe(0);
  expect(answers).toEqual([
    expect.objectContaining({
      id: 'vast',
      offeredAt: expected.offeredAt,
      score: expect.closeTo(expected.first?.score ?? 0, 3),
      peakScore: expect.closeTo(expected.peak, 3),
      reasons: expect.arrayContaining([{ code: 'repeated-error', field: 'iban' }]),
    }),
    expect.objectContaining({ id: 'klaar', offeredAt: null, reasons: [] }),
  ]);
});

test('--trace adds the probability of every second', async () => {
  const { answers } = await replay([aLine('vast', stuck())], '--trace');
  const ticks = play(stuck()).ticks.map(({ t, score }) => [t, expect.closeTo(score, 3)]);
  expect(answers).toEqual([expect.objectContaining({ ticks })]);
});

test('a broken line is named, the others are answered, and the exit code tells', async () => {
  const { answers, errors, code } = await replay([
    '{ broken',
    aLine('goed', tell().step('Stap', aField('naam')).fill('naam')),
    JSON.stringify({ id: 'vreemd', observations: [{ t: 1, type: 'keydown', key: 'a' }], endAt: 2_000 }),
    JSON.stringify({ id: 'half', observations: [{ t: 1, type: 'input', field: 'a' }], endAt: 2_000 }),
    JSON.stringify({
      id: 'terug',
      observations: [
        { t: 9, type: 'submit' },
        { t: 1, type: 'submit' },
      ],
      endAt: 2_000,
    }),
    JSON.stringify({ id: 'eindeloos', observations: [] }),
  ]);
  expect(code).toBe(1);
  expect(answers).toEqual([expect.objectContaining({ id: 'goed' })]);
  expect(errors.match(/^line \d+:/gm)).toEqual(['line 1:', 'line 3:', 'line 4:', 'line 5:', 'line 6:']);
});

test('more than one thread: the answers come in the order of the sessions, faults keep their line', async () => {
  const lines = Array.from({ length: 150 }, (_, index) =>
    aLine(`bezoek-${index}-é`, tell().step('Stap', aField('naam')).fill('naam', index), 1_000 * index),
  );
  const faulty = lines.toSpliced(120, 0, '', '{ broken');
  const { answers, errors } = await replay(faulty);
  expect(answers).toEqual(
    lines.map((_, index) => expect.objectContaining({ id: `bezoek-${index}-é`, offeredAt: null })),
  );
  expect(errors).toMatch(/^line 122: .*\n$/);
});

test('who sends one session and waits gets its answer', async () => {
  const child = spawn(process.execPath, [script], { stdio: 'pipe' });
  child.stdin.write(`${aLine('een', stuck())}\n`);
  const [answer] = await once(child.stdout, 'data');
  expect(JSON.parse(String(answer))).toMatchObject({ id: 'een' });
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
