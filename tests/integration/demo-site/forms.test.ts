// The three demo forms through the Fetch handler: validation, order of steps, escaping, and no trace in cookies.
import { describe, expect, it } from 'vitest';
import { createDemoSite } from '../../../demo-site/site.ts';

const ORIGIN = 'http://voorbeeldstad.test';

function openSite() {
  const clock = { now: new Date('2026-11-24T10:00:00Z') };
  const handle = createDemoSite({
    tag: '',
    consoleUrl: '/console/',
    signInLinks: () => [],
    now: () => clock.now,
  });
  const get = (path: string) => handle(new Request(`${ORIGIN}${path}`));
  const post = async (path: string, answers: Record<string, string>) => {
    const response = await handle(
      new Request(`${ORIGIN}${path}`, { method: 'POST', body: new URLSearchParams(answers) }),
    );
    expect(response.headers.get('Set-Cookie')).toBeNull();
    return response;
  };
  const postFiles = (path: string, body: FormData) =>
    handle(new Request(`${ORIGIN}${path}`, { method: 'POST', body }));
  return { clock, get, post, postFiles };
}

const MOVE = {
  postcode: '1234 AB',
  huisnummer: '12',
  toevoeging: '',
  straat: 'Dorpsstraat',
  woonplaats: 'Voorbeeldstad',
  'verhuisdatum-dag': '1',
  'verhuisdatum-maand': '12',
  'verhuisdatum-jaar': '2026',
  'wie-verhuist': 'alleen',
  telefoon: '',
  email: 'naam@voorbeeld.nl',
  verklaring: 'ja',
};

describe('Verhuizing doorgeven', () => {
  it('sends a right form on to the page that says thank you', async () => {
    const response = await openSite().post('/demo/verhuizing/', MOVE);
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe('/demo/verhuizing/bedankt');
  });

  it('shows a wrong form again with a summary, the message at the field, and the other answers kept', async () => {
    const response = await openSite().post('/demo/verhuizing/', { ...MOVE, postcode: '1234' });
    const body = await response.text();
    expect(response.status).toBe(422);
    expect(body).toContain('<title>Fout: Verhuizing doorgeven');
    expect(body).toMatch(/role="alert"[^>]*autofocus[\s\S]*href="#postcode"/);
    expect(body).toMatch(
      /id="postcode"[^>]*value="1234"[^>]*aria-describedby="postcode-uitleg postcode-fout"[^>]*aria-invalid="true"/,
    );
    expect(body).toContain('id="postcode-fout"');
    expect(body.match(/aria-invalid/g)).toHaveLength(1);
    expect(body).toContain('value="Dorpsstraat"');
    expect(body).toMatch(/value="alleen"\s+checked|value="alleen" checked/);
  });

  it('marks a radio group as a whole and a date at the part that must change', async () => {
    const response = await openSite().post('/demo/verhuizing/', {
      ...MOVE,
      'wie-verhuist': '',
      'verhuisdatum-jaar': '26',
    });
    const body = await response.text();
    expect(body).toMatch(
      /<fieldset[^>]*role="radiogroup"[^>]*aria-describedby="wie-verhuist-fout"[^>]*aria-invalid="true"/,
    );
    expect(body).toMatch(
      /id="verhuisdatum-jaar"[^>]*aria-invalid="true" aria-describedby="verhuisdatum-fout"/,
    );
    expect(body).not.toMatch(/id="verhuisdatum-dag"[^>]*aria-invalid/);
  });

  it('escapes what the citizen wrote', async () => {
    const attack = '"><script>alert(1)</script>';
    const response = await openSite().post('/demo/verhuizing/', { ...MOVE, straat: attack, postcode: '' });
    const body = await response.text();
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('&quot;&gt;&lt;script&gt;');
  });
});

describe('Uittreksel BRP aanvragen', () => {
  const STEP_2 = {
    'geboortedatum-dag': '3',
    'geboortedatum-maand': '5',
    'geboortedatum-jaar': '1980',
    email: 'naam@voorbeeld.nl',
    telefoon: '',
  };
  const STEP_3 = { bezorging: 'post', reden: 'woning', opmerking: '<b>dringend</b>' };

  async function fillToStep4(site: ReturnType<typeof openSite>) {
    const first = await site.post('/demo/uittreksel/stap-1', { 'soort-uittreksel': 'adres' });
    const address = new URL(first.headers.get('Location') ?? '', ORIGIN);
    const aanvraag = address.searchParams.get('aanvraag') ?? '';
    await site.post('/demo/uittreksel/stap-2', { ...STEP_2, aanvraag });
    const third = await site.post('/demo/uittreksel/stap-3', { ...STEP_3, aanvraag });
    return { aanvraag, location: third.headers.get('Location') ?? '' };
  }

  it('goes through four pages and ends with thanks', async () => {
    const site = openSite();
    expect((await site.get('/demo/uittreksel/')).headers.get('Location')).toBe('/demo/uittreksel/stap-1');
    const { aanvraag, location } = await fillToStep4(site);
    expect(location).toBe(`/demo/uittreksel/stap-4?aanvraag=${aanvraag}`);
    const check = await (await site.get(location)).text();
    expect(check).toContain('Stap 4 van 4');
    expect(check).toContain('3 mei 1980');
    expect(check).toContain('&lt;b&gt;dringend&lt;/b&gt;');
    const sent = await site.post('/demo/uittreksel/stap-4', { akkoord: 'ja', aanvraag });
    expect(sent.headers.get('Location')).toBe('/demo/uittreksel/bedankt');
    expect((await site.get(location)).headers.get('Location')).toBe('/demo/uittreksel/stap-1');
  });

  it('keeps every answer out of the addresses', async () => {
    const { location } = await fillToStep4(openSite());
    expect(decodeURIComponent(location)).not.toMatch(/naam@|1980|dringend|woning/);
  });

  it('names the step and shows it again with errors at the same address', async () => {
    const site = openSite();
    const page = await (await site.get('/demo/uittreksel/stap-1')).text();
    expect(page).toContain('Stap 1 van 4');
    expect(page).toMatch(/<h2[^>]*>Soort uittreksel<\/h2>/);
    const wrong = await site.post('/demo/uittreksel/stap-1', {});
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Kies welk uittreksel u nodig hebt.');
  });

  it.each(['stap-2', 'stap-3', 'stap-4'])(
    'sends a visitor without answers from %s to the start',
    async (step) => {
      const site = openSite();
      for (const response of [
        await site.get(`/demo/uittreksel/${step}?aanvraag=onbekend`),
        await site.post(`/demo/uittreksel/${step}`, { ...STEP_2, aanvraag: 'onbekend' }),
      ]) {
        expect(response.status).toBe(303);
        expect(response.headers.get('Location')).toBe('/demo/uittreksel/stap-1');
      }
    },
  );

  it('sends a visitor who skips a step to the step that is open', async () => {
    const site = openSite();
    const first = await site.post('/demo/uittreksel/stap-1', { 'soort-uittreksel': 'adres' });
    const open = first.headers.get('Location') ?? '';
    const skipped = await site.get(open.replace('stap-2', 'stap-4'));
    expect(skipped.headers.get('Location')).toBe(open);
  });

  it('shows earlier answers when the citizen goes back', async () => {
    const site = openSite();
    const { location } = await fillToStep4(site);
    const back = await (await site.get(location.replace('stap-4', 'stap-2'))).text();
    expect(back).toContain('value="naam@voorbeeld.nl"');
  });

  it('forgets the answers after half an hour', async () => {
    const site = openSite();
    const { location } = await fillToStep4(site);
    site.clock.now = new Date(site.clock.now.getTime() + 31 * 60_000);
    expect((await site.get(location)).headers.get('Location')).toBe('/demo/uittreksel/stap-1');
  });
});

describe('Bijzondere bijstand aanvragen', () => {
  function application(changes: Record<string, string> = {}): FormData {
    const form = new FormData();
    const answers = {
      kostensoort: 'medisch',
      'kosten-bedrag': '349,95',
      'voorliggende-voorziening': 'onbekend',
      toelichting: 'Mijn bril is stuk en ik kan geen nieuwe betalen.',
      'geboortedatum-dag': '3',
      'geboortedatum-maand': '5',
      'geboortedatum-jaar': '1980',
      partner: 'nee',
      kinderen: '0',
      'inkomen-1-bron': 'Uitkering',
      'inkomen-1-bedrag': '1.250',
      vermogen: '0',
      iban: 'NL91 ABNA 0417 1643 00',
      rekeninghouder: 'J. Jansen',
      'factuurdatum-dag': '1',
      'factuurdatum-maand': '11',
      'factuurdatum-jaar': '2026',
      akkoord: 'ja',
      ...changes,
    };
    for (const [name, value] of Object.entries(answers)) form.set(name, value);
    form.set('bewijsstukken', new File(['factuur'], 'factuur.pdf', { type: 'application/pdf' }));
    return form;
  }

  it('takes a complete application and gives a reference', async () => {
    const response = await openSite().postFiles('/demo/bijstand/', application());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ kenmerk: expect.stringMatching(/^BB-2026-\d{5}$/) });
  });

  it('names the step and the field when the browser let a mistake through', async () => {
    const response = await openSite().postFiles(
      '/demo/bijstand/',
      application({ iban: 'NL91 ABNA 0417 1643 01' }),
    );
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ step: 3, problems: [{ wrapper: 'iban', target: 'iban' }] });
  });

  it('refuses documents that are together too large', async () => {
    const form = application();
    form.set('bewijsstukken', new File([new Uint8Array(12 * 1024 * 1024)], 'foto.jpg'));
    expect((await openSite().postFiles('/demo/bijstand/', form)).status).toBe(413);
  });

  it('explains its hard words', async () => {
    const body = await (await openSite().get('/demo/bijstand/')).text();
    for (const question of ['Wat is een voorliggende voorziening?', 'Wat is draagkracht?']) {
      expect(body).toContain(`<summary>${question}</summary>`);
    }
  });
});
