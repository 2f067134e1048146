/** The person who drives the pages: what they do arrives as real, trusted events. */
import { afterEach, describe, expect, it } from 'vitest';
import { leaveThroughTop, pointAt, pressWithMouse, retype, typeInto } from '../../support/browser/citizen.ts';
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

  it('does not press what is covered', async () => {
    const { page } = await openForm();
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<div style="position:fixed;inset:0"></div>')`,
    );
    page.setDefaultTimeout(300);
    await expect(pressWithMouse(page, page.getByRole('button'))).rejects.toThrow(
      /Nobody can point at .*covers/,
    );
  });
});
