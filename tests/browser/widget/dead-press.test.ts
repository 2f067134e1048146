// What answers a press and what does not, by the events that a page really gets.
import { expect, it } from 'vitest';
import { pressWithMouse } from '../../support/browser/citizen.ts';
import { useProbe } from './probe-page.ts';

const probe = useProbe();

const FORM = `<main><h1>Aanvraag</h1><form novalidate><label>Naam <input name="naam" required></label>
  <label>Plaats <input name="plaats" required></label><button type="button">Bereken</button><button>Volgende</button></form></main>
  <script>document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());</script>`;

async function pressThen(act: () => void): Promise<unknown> {
  const page = await probe.open(FORM);
  await pressWithMouse(page, page.getByRole('button', { name: 'Bereken' }));
  await page.evaluate(act);
  await page.evaluate(() => window.probe.pass(5_000));
  return page.evaluate(() =>
    window.probe.observations.flatMap((seen) => (seen.type === 'press' ? [seen.effect] : [])),
  );
}

it('a page that opens in a tab of its own is one', async () => {
  const openTab = () => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  expect(await pressThen(openTab)).toEqual([true]);
});

it('a form that judges itself marks nothing because the browser would', async () => {
  const page = await probe.open(FORM);
  await pressWithMouse(page, page.getByRole('button', { name: 'Volgende' }));
  const wrong = await page.evaluate(() => window.probe.read().fields.filter((field) => field.wrong));
  expect(wrong).toEqual([]);
});
