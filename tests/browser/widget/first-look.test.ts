// The first look at a page touches every control, so it waits for somebody who does something; or it is made at once, where something is wrong already.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useProbe } from './probe-page.ts';

declare global {
  interface Window {
    cost: { spent: number; times: number };
  }
}

const probe = useProbe();

const FORM =
  '<main><h1>Aanvraag</h1><form novalidate onsubmit="return false"><p><label>Naam <input name="naam"></label></p><p><label>Straat <input name="straat"></label><span></span></p><button>Volgende</button></form></main>';

const seen = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.probe.observations.map(({ type }) => type).filter((type) => type !== 'resize'));

describe('the first look', () => {
  it('is not there for a page that nobody does anything on, whatever the page itself changes', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(() => document.querySelector('h1')?.append(' doen'));
    await page.clock.runFor(5_000);
    expect(await seen(page)).toEqual([]);
  });

  it('comes with the first focus, as of when the page was there', async () => {
    const page = await probe.open(FORM);
    await page.clock.runFor(30_000);
    await page.getByLabel('Naam').focus();
    const [step, focus] = await page.evaluate(() => window.probe.observations);
    expect([step?.type, focus?.type]).toEqual(['step', 'focus']);
    expect((focus?.t ?? 0) - (step?.t ?? 0)).toBeGreaterThanOrEqual(30_000);
  });

  it.each([
    ['another tab', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['a tap', () => document.querySelector('h1')?.dispatchEvent(new Event('pointerdown', { bubbles: true }))],
  ])('comes with %s', async (_, act) => {
    const page = await probe.open(FORM);
    await page.evaluate(act);
    expect(await seen(page)).toContain('step');
  });

  it('comes with a scroll', async () => {
    const page = await probe.open(`${FORM}<div style="height:300vh"></div>`);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(300);
    await page.mouse.wheel(0, 600);
    await expect.poll(() => seen(page)).toContain('step');
  });

  it('is made at once on a page that comes back with an error, and of one to which an error comes', async () => {
    const wrong = FORM.replace('<span></span>', '<span id="straat-error">Vul uw straat in</span>').replace(
      'name="straat"',
      'name="straat" aria-describedby="straat-error"',
    );
    const back = await probe.open(wrong);
    await back.evaluate(() => window.probe.pass(1_000));
    expect(await seen(back)).toEqual(['step', 'invalid', 'submit-failed']);
    const page = await probe.open(FORM);
    await page.evaluate(() => {
      const [message] = document.getElementsByTagName('span');
      if (message) Object.assign(message, { className: 'error', textContent: 'Vul uw straat in' });
    });
    await page.clock.runFor(1_000);
    expect(await seen(page)).toEqual(['step', 'invalid']);
  });

  it('finds no refusal where a script marks a field, long after the page came and before anybody did something', async () => {
    const page = await probe.open(FORM);
    await page.clock.runFor(30_000);
    await page.evaluate(() => document.querySelector('input')?.setAttribute('aria-invalid', 'true'));
    await page.clock.runFor(1_000);
    await page.evaluate(() => window.probe.pass(1_000));
    expect(await seen(page)).toEqual(['step', 'invalid']);
  });

  it('is there before a submit that nothing went before', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(() => document.querySelector('form')?.requestSubmit());
    expect(await seen(page)).toEqual(['step', 'submit']);
  });

  it('is asked for seldom on a page that never stands still: one twentieth of the time', async () => {
    const page = await probe.open(FORM);
    await page.evaluate(() => {
      // Whether something is wrong takes 50 ms here, as on a page of a hundred thousand elements.
      const now = performance.now.bind(performance);
      const ask = document.querySelector.bind(document);
      const cost = { spent: 0, times: 0 };
      performance.now = () => now() + cost.spent;
      document.querySelector = (selector: string) => {
        cost.spent += 50;
        cost.times += 1;
        return ask(selector);
      };
      setInterval(() => document.body.append('.'), 20);
      window.cost = cost;
    });
    await page.clock.runFor(10_000);
    const times = await page.evaluate(() => window.cost.times);
    expect(times).toBeGreaterThan(5);
    expect(times).toBeLessThanOrEqual(11);
  });
});
