/** The person who drives the pages: what they do arrives as real, trusted events. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  hesitate,
  leaveThroughTop,
  pointAt,
  pressWithMouse,
  retype,
  typeInto,
} from '../../support/browser/citizen.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import type { RunningPage } from '../../support/forms/loopback-server.ts';
import { startHostPage } from '../../support/forms/plain-page.ts';

/** Writes down every event with whether it came from a real input device. */
const SCRIBE = `<script>
  window.seen = [];
  for (const type of ['pointermove', 'pointerdown', 'focusin', 'keydown', 'input', 'click', 'mouseout'])
    addEventListener(type, (event) => seen.push({ type, trusted: event.isTrusted, top: event.clientY <= 0 }), true);
</script>`;

type Seen = { type: string; trusted: boolean; top: boolean };

describe('citizen', () => {
  const browser = useBrowser();
  let host: RunningPage | undefined;
  afterEach(() => host?.close());

  async function openForm() {
    host = await startHostPage({
      tag: SCRIBE,
      html: '<form><label>Naam <input value="Jan"></label> <button type="button">Verder</button></form>',
    });
    const page = await browser.openPage();
    await page.goto(host.url);
    const readSeen = async (type: string) =>
      (await page.evaluate<Seen[]>('seen')).filter((event) => event.type === type);
    return { page, field: page.getByLabel('Naam'), readSeen };
  }

  it('types with one trusted key and input event for each character', async () => {
    const { page, field, readSeen } = await openForm();
    await typeInto(page, field, 'ssen');
    expect(await field.inputValue()).toBe('Janssen');
    expect(await readSeen('input')).toHaveLength(4);
    expect((await readSeen('input')).every((event) => event.trusted)).toBe(true);
    expect(await readSeen('focusin')).toHaveLength(1);
  });

  it('types over what is there', async () => {
    const { page, field } = await openForm();
    await retype(page, field, 'Piet');
    expect(await field.inputValue()).toBe('Piet');
  });

  it('moves the pointer on its way, presses once, and can rest without pressing', async () => {
    const { page, readSeen } = await openForm();
    await pointAt(page, page.getByRole('button'));
    expect((await readSeen('pointermove')).length).toBeGreaterThan(2);
    expect(await readSeen('pointerdown')).toHaveLength(0);
    await pressWithMouse(page, page.getByRole('button'));
    expect(await readSeen('click')).toEqual([{ type: 'click', trusted: true, top: false }]);
  });

  it('leaves through the top', async () => {
    const { page, readSeen } = await openForm();
    await leaveThroughTop(page);
    expect((await readSeen('mouseout')).some((event) => event.top)).toBe(true);
  });

  it('does not press what is covered: it waits until the cover is gone', async () => {
    const { page, readSeen } = await openForm();
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0';
      cover.onpointerdown = () => document.body.append('pressed the cover');
      document.body.append(cover);
      // A second's worth of frames: far longer than a press that does not wait needs to get here.
      let frames = 60;
      const countDown = () => (frames-- > 0 ? requestAnimationFrame(countDown) : cover.remove());
      countDown();
    });
    await pressWithMouse(page, page.getByRole('button'));
    expect(await readSeen('click')).toHaveLength(1);
    expect(await page.getByText('pressed the cover').count()).toBe(0);
  });

  it('lets time pass for the page only, tick by tick, and acts while its clock stands still', async () => {
    host = await startHostPage({
      tag: `<script>
        window.ticks = 0;
        window.stamps = [];
        setInterval(() => ticks++, 1000);
        addEventListener('input', (event) => stamps.push(event.timeStamp === performance.now()));
      </script>`,
      html: '<label>Naam <input></label>',
    });
    const page = await browser.openPage();
    await page.clock.install({ time: 0 });
    await page.goto(host.url);
    // Any moment that the page has surely not reached yet, however slow the machine.
    await page.clock.pauseAt(600_000);
    const ticksBefore = await page.evaluate<number>('ticks');
    await typeInto(page, page.getByLabel('Naam'), 'Jan');
    expect(await page.evaluate<boolean[]>('stamps')).toEqual([true, true, true]);
    expect(await page.evaluate<number>('ticks')).toBe(ticksBefore);
    await hesitate(page, 15_000);
    expect(await page.evaluate<number>('ticks')).toBe(ticksBefore + 15);
    expect(await page.evaluate<number>('Date.now()')).toBe(615_000);
  });
});
