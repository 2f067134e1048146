// What the operator reads of the page is the page of now, also where it changes without a change of its markup.
import { expect, it } from 'vitest';
import { useProbe } from './probe-page.ts';

const probe = useProbe();

it('steps that fade: the new one is named once the old one is out of sight', async () => {
  const page =
    await probe.open(`<style>section{transition:visibility .4s}.een .b,.twee .a{visibility:hidden}</style>
<main class="een"><h1>Aanvraag</h1><form><section class="a"><h2>Uw adres</h2></section><section class="b"><h2>Uw inkomen</h2></section>
<label>Naam <input name="naam"></label></form></main>`);
  const readStep = () => page.evaluate(() => window.probe.context().step?.name);
  await page.getByLabel('Naam').focus();
  expect(await readStep()).toBe('Uw adres');
  await page.evaluate(() => {
    const [main] = document.getElementsByTagName('main');
    if (main) main.className = 'twee';
  });
  // The look falls in the middle of the fading, where both are on the screen.
  await page.clock.runFor(1_000);
  await readStep();
  await page.waitForFunction("getComputedStyle(document.querySelector('.a')).visibility === 'hidden'");
  await page.clock.runFor(3_000);
  expect(await readStep()).toBe('Uw inkomen');
});
