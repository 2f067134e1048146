// A host page under the strictest workable policy, and a relay that is not there: the page never notices.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pressWithMouse, retype, typeInto } from '../../support/browser/citizen.ts';
import { useBrowser } from '../../support/browser/launch.ts';
import type { RunningPage } from '../../support/forms/loopback-server.ts';
import { startHostPage } from '../../support/forms/plain-page.ts';
import { type DemoServer, startDemoServer } from '../../support/story/demo-server.ts';
import { findFreePort } from '../../support/story/free-port.ts';
import { openCitizen, signIn, waitForOffer } from '../../support/story/people.ts';

const NONCE = 'b64b3f4d0f1c';

/** A form of a webmaster with an own script, allowed by nonce: one field that stays wrong. */
const FORM = `<main><h1>Parkeerplaats aanvragen</h1>
<form novalidate action="/klaar"><h2>Uw auto</h2>
<p><label for="merk">Merk</label> <input id="merk" name="merk"></p>
<p><label for="kenteken">Kenteken</label> <input id="kenteken" name="kenteken" aria-describedby="kenteken-fout"> <span id="kenteken-fout"></span></p>
<button>Volgende</button></form></main>
<script nonce="${NONCE}">
const field = document.querySelector('#kenteken');
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  field.setAttribute('aria-invalid', 'true');
  document.querySelector('#kenteken-fout').textContent = 'Vul uw kenteken in, bijvoorbeeld AB-12-CD.';
});
</script>`;

function strictPolicy(relay: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}' ${relay}`,
    `connect-src ${relay} ${relay.replace('http', 'ws')}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

describe('a host page that trusts nobody', () => {
  const browser = useBrowser();
  let server: DemoServer;
  let port: number;
  let host: RunningPage | undefined;
  beforeAll(async () => {
    port = await findFreePort();
    server = await startDemoServer({ origins: [`http://127.0.0.1:${port}`] });
  });
  afterEach(() => host?.close());
  afterAll(() => server?.dispose());

  async function openHost(csp: string | null) {
    const tag = server.tag.replace('<script', `<script nonce="${NONCE}"`);
    host = await startHostPage({
      port,
      tag,
      html: FORM,
      headers: csp === null ? {} : { 'content-security-policy': csp },
    });
    const violations: string[] = [];
    const citizen = await openCitizen(browser, 'about:blank');
    await citizen.page.exposeFunction('noteViolation', (text: string) => void violations.push(text));
    await citizen.page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const note: unknown = Reflect.get(globalThis, 'noteViolation');
        if (typeof note === 'function') note(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    await citizen.page.goto(host.url);
    return { citizen, violations };
  }

  it('works from offer to answer with 0 violations', async () => {
    const operator = await signIn(browser, server, 'Anna');
    const { citizen, violations } = await openHost(strictPolicy(server.url));
    const { page } = citizen;
    await typeInto(page, page.getByLabel('Merk'), 'Volvo');
    await typeInto(page, page.getByLabel('Kenteken'), 'een');
    await pressWithMouse(page, page.getByRole('button', { name: 'Volgende' }));
    await retype(page, page.getByLabel('Kenteken'), 'twee');
    await pressWithMouse(page, page.getByRole('button', { name: 'Volgende' }));
    await pressWithMouse(page, page.getByLabel('Kenteken'));
    await waitForOffer(citizen, 25_000);
    await page.getByRole('button', { name: 'Ja, graag' }).click();
    await operator.take();
    await citizen.say('C01 Hallo');
    await expect.poll(() => operator.marks()).toEqual(['C01']);
    await operator.say('O01 Dag');
    await expect.poll(() => citizen.marks()).toEqual(['C01', 'O01']);
    expect(violations).toEqual([]);
    expect(citizen.errors).toEqual([]);
  });

  it('the relay blocked by the policy: the form is as without the tag', async () => {
    const { citizen } = await openHost(`default-src 'none'; script-src 'nonce-${NONCE}'; form-action 'self'`);
    await citizen.page.getByRole('button', { name: 'Volgende' }).click();
    await citizen.page.getByText('Vul uw kenteken in').waitFor();
    expect(citizen.errors).toEqual([]);
  });

  it('the relay gone after the loader came: 0 errors in the page, and the button says what is the matter', async () => {
    const { citizen } = await openHost(null);
    await citizen.button.waitFor();
    await citizen.page.context().route(`${server.url}/**`, (route) => route.abort());
    await citizen.button.click();
    await citizen.page.getByRole('button', { name: 'Volgende' }).click();
    await citizen.page.getByText('Vul uw kenteken in').waitFor();
    expect(citizen.errors).toEqual([]);
  });

  it('the relay gone from the start: nothing in the page, no error', async () => {
    const { citizen } = await openHost(null);
    await citizen.page.context().route(`${server.url}/**`, (route) => route.abort());
    await citizen.page.reload();
    await citizen.page.getByRole('button', { name: 'Volgende' }).click();
    await citizen.page.getByText('Vul uw kenteken in').waitFor();
    expect(await citizen.page.locator('vangnet-widget').count()).toBe(0);
    expect(citizen.errors).toEqual([]);
  });
});
